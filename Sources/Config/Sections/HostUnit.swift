/// What counts as one host for politeness.
package enum HostUnit: String, Sendable, CaseIterable {
    /// All names under one registrable domain (Public Suffix List) together; an address by itself.
    case registrableDomain = "registrable_domain"
    /// Each name by itself.
    case name
}
