// swift-tools-version: 6.2
import PackageDescription

// Every room is a target; the arrows of docs/architecture.md are the dependency lists below, and
// `swift build --explicit-target-dependency-import-check error` holds them.

let strict: [SwiftSetting] = [
    .swiftLanguageMode(.v6),
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .treatAllWarnings(as: .error),
]

func room(
    _ name: String, at path: String? = nil, _ dependencies: [Target.Dependency], resources: [Resource]? = nil
) -> Target {
    .target(
        name: name, dependencies: dependencies, path: "Sources/\(path ?? name)", resources: resources,
        swiftSettings: strict)
}

func program(_ name: String, _ dependencies: [Target.Dependency]) -> Target {
    .executableTarget(name: name, dependencies: dependencies, path: "Sources/\(name)", swiftSettings: strict)
}

func tests(_ name: String, _ dependencies: [Target.Dependency]) -> Target {
    .testTarget(
        name: name + "Tests", dependencies: dependencies, path: "Tests/\(name)Tests",
        swiftSettings: strict)
}

func system(_ name: String, _ pkgConfig: String, apt: String) -> Target {
    .systemLibrary(name: name, path: "Sources/\(name)", pkgConfig: pkgConfig, providers: [.apt([apt])])
}

let package = Package(
    name: "newsreel",
    targets: [
        // System libraries
        .target(name: "CPosix", path: "Sources/CPosix"),

        // What everyone may import
        room("Model", []),
        room("Posix", ["CPosix", "Model"]),

        // Tests mirror the rooms
        tests("Model", ["Model"]),
        tests("Posix", ["Posix", "Model"]),
    ]
)
