package import Model

/// What a reload changed: `POST /v1/reload`. A configuration with errors is an ``ErrorReport`` with a line for each.
package struct ReloadReport: WireValue, Equatable {
    /// How many sources there are now.
    package var sources: Int
    /// What changed, a line each, such as `source harbour added`.
    package var changed: [String]

    package init(sources: Int, changed: [String]) {
        self.sources = sources
        self.changed = changed
    }

    package func writeMembers(to writer: inout JSONWriter) {
        writer.member("sources", sources)
        writer.member("changed", changed)
    }
}
