/// The name of an attribute, as a number: known names have the same number in every document, others are numbered by the
/// document that holds them, and mean nothing outside it.
@usableFromInline
package struct AttributeName: RawRepresentable, Hashable, Sendable, BitwiseCopyable {
    /// From 1; 0 is no name.
    @usableFromInline package let rawValue: UInt32

    @inlinable package init(rawValue: UInt32) { self.rawValue = rawValue }
}
