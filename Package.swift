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

func benchmark(_ name: String, at path: String, _ dependencies: [Target.Dependency]) -> Target {
    .executableTarget(name: name, dependencies: dependencies, path: "Benchmarks/\(path)", swiftSettings: strict)
}

func tests(_ name: String, _ dependencies: [Target.Dependency]) -> Target {
    .testTarget(
        name: name + "Tests", dependencies: dependencies, path: "Tests/\(name)Tests",
        swiftSettings: strict)
}

func system(_ name: String, _ pkgConfig: String, apt: String) -> Target {
    .systemLibrary(name: name, path: "Sources/\(name)", pkgConfig: pkgConfig, providers: [.apt([apt])])
}

extension Target.Dependency {
    static let argumentParser = product(name: "ArgumentParser", package: "swift-argument-parser")
    static let heap = product(name: "HeapModule", package: "swift-collections")
    static let crypto = product(name: "Crypto", package: "swift-crypto")
    static let grdb = product(name: "GRDB", package: "GRDB.swift")
    static let lifecycle = product(name: "ServiceLifecycle", package: "swift-service-lifecycle")
    static let logging = product(name: "Logging", package: "swift-log")
    static let metrics = product(name: "CoreMetrics", package: "swift-metrics")
    static let nioCore = product(name: "NIOCore", package: "swift-nio")
    static let nioHTTP1 = product(name: "NIOHTTP1", package: "swift-nio")
    static let nioPosix = product(name: "NIOPosix", package: "swift-nio")
    static let unixSignals = product(name: "UnixSignals", package: "swift-service-lifecycle")
    static let yams = product(name: "Yams", package: "Yams")
}

let package = Package(
    name: "newsreel",
    products: [
        .executable(name: "newsreeld", targets: ["newsreeld"]),
        .executable(name: "newsreel", targets: ["newsreel"]),
    ],
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
        .package(url: "https://github.com/apple/swift-collections", from: "1.6.0"),
        .package(url: "https://github.com/apple/swift-crypto", from: "4.5.2"),
        .package(url: "https://github.com/apple/swift-log", from: "1.16.2"),
        .package(url: "https://github.com/apple/swift-metrics", from: "2.13.0"),
        .package(url: "https://github.com/apple/swift-nio", from: "2.101.2"),
        .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
        .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
        .package(url: "https://github.com/swift-server/swift-service-lifecycle", from: "2.13.0"),
    ],
    targets: [
        // System libraries
        system("CBrotli", "libbrotlidec", apt: "libbrotli-dev"),
        system("CCurl", "libcurl", apt: "libcurl4-openssl-dev"),
        system("CDeflate", "libdeflate", apt: "libdeflate-dev"),
        system("CIDN2", "libidn2", apt: "libidn2-dev"),
        system("CISAL", "libisal", apt: "libisal-dev"),
        system("CPSL", "libpsl", apt: "libpsl-dev"),
        system("CXML2", "libxml-2.0", apt: "libxml2-dev"),
        system("CZstd", "libzstd", apt: "libzstd-dev"),
        .target(name: "CPosix", path: "Sources/CPosix"),

        // What everyone may import
        room("Model", ["CIDN2", "CPSL"]),
        room("Posix", ["CPosix", "Model"]),

        // The page's way
        room("Schedule", ["Model", "Posix", .heap]),
        room("Discover", ["Model", "Decode", "HTML", "CISAL", "CXML2"]),
        room("Fetch", ["Model", "Posix", "CCurl"]),
        room("Decode", ["Model"]),
        room("HTML", ["Model"]),
        room("Extract", ["Model", "Decode", "HTML"]),
        room("Dedup", ["Model", .crypto]),
        room("Reel", ["Model", "Posix", "CDeflate", "CISAL", .crypto]),
        room("Archive", ["Model", "Posix", "Reel", "CBrotli", "CZstd", .crypto]),
        room("Catalog", ["Model", "Posix", .grdb]),
        room("Config", ["Model", .yams]),
        room(
            "Ingest",
            [
                "Model", "Posix", "Schedule", "Discover", "Fetch", "Decode", "HTML", "Extract", "Dedup", "Reel",
                "Archive", "Catalog", "Config", .logging, .metrics,
            ]),

        // The control socket
        room("ControlProtocol", at: "Control/Protocol", ["Model"]),
        room(
            "ControlServer", at: "Control/Server",
            ["ControlProtocol", "Model", "Posix", .logging, .nioCore, .nioHTTP1, .nioPosix]),
        room(
            "ControlClient", at: "Control/Client",
            ["ControlProtocol", "Model", .nioCore, .nioHTTP1, .nioPosix]),

        // The programs
        room(
            "Daemon",
            [
                "Model", "Posix", "Config", "Schedule", "Fetch", "Reel", "Archive", "Catalog", "Ingest",
                "ControlProtocol", "ControlServer", .lifecycle, .logging, .metrics, .unixSignals,
            ]),
        program("newsreeld", ["Config", "Daemon", .argumentParser, .logging]),
        program(
            "newsreel",
            [
                "Config", "ControlClient", "ControlProtocol", "Model", "Decode", "HTML", "Extract", "Dedup", "Discover",
                "Schedule", "Reel", "Archive", .argumentParser,
            ]),
        program("DemoSite", ["Model", .argumentParser, .nioCore, .nioHTTP1, .nioPosix]),

        // Benchmarks are built with the rest and run by hand
        benchmark("ExtractBench", at: "extract", ["Decode", "Extract", "HTML", "Reel"]),
        benchmark("FetchBench", at: "fetch/FetchBench", ["Fetch", "Model"]),
        benchmark("ReelBenchmark", at: "reel", ["Reel", "Model", "Posix"]),
        benchmark("StoreGenerator", at: "store", ["Catalog", "Model", "Posix", "Reel", .grdb]),

        // What tests of several rooms stand on
        .target(name: "Loopback", path: "Tests/Loopback", swiftSettings: strict),
        .target(name: "Hostile", dependencies: ["Loopback"], path: "Tests/Hostile", swiftSettings: strict),

        // Tests mirror the rooms
        tests("Model", ["Model"]),
        tests("Posix", ["Posix", "Model"]),
        tests("Schedule", ["Schedule", "Model", "Posix"]),
        tests("Discover", ["Discover", "Model", "Decode", "HTML"]),
        tests("Fetch", ["Hostile", "Loopback", "Fetch", "Model", "Posix"]),
        tests("Decode", ["Decode", "Model"]),
        tests("HTML", ["HTML", "Model"]),
        tests("Extract", ["Extract", "HTML", "Decode", "Model"]),
        tests("Dedup", ["Dedup", "Model"]),
        tests("Reel", ["Reel", "Model", "Posix", .crypto]),
        tests("Archive", ["Archive", "Reel", "Model", "Posix"]),
        tests("Catalog", ["Catalog", "Model", "Posix", .grdb]),
        tests("Config", ["Config", "Model"]),
        tests(
            "Ingest",
            [
                "Ingest", "Model", "Posix", "Schedule", "Discover", "Fetch", "Dedup", "Reel", "Archive", "Catalog",
                "Config", .grdb,
            ]),
        tests("Daemon", ["Daemon", "Config", "Model", "Posix", .logging, .metrics]),
        tests(
            "Control", ["Loopback", "ControlProtocol", "ControlServer", "ControlClient", "Model", "Posix", .logging]),
        tests(
            "newsreel",
            [
                "newsreel", "Config", "ControlClient", "ControlProtocol", "ControlServer", "Discover", "Loopback",
                "Model", "Posix", "Reel", .argumentParser, .logging,
            ]),
        tests(
            "Integration",
            [
                "Hostile", "Loopback", "Model", "Posix", "ControlProtocol", "ControlClient", "Reel", "Archive", .grdb,
            ]),
    ]
)
