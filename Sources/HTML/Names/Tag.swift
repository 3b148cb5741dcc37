/// The name of an element, as a number: known names have the same number in every document, others are numbered by the
/// document that holds them, and mean nothing outside it.
@usableFromInline
package struct Tag: RawRepresentable, Hashable, Sendable, BitwiseCopyable {
    /// From 1; 0 is no name.
    @usableFromInline package let rawValue: UInt32

    @inlinable package init(rawValue: UInt32) { self.rawValue = rawValue }

    /// What is no element has this.
    @inlinable package static var none: Tag { .init(rawValue: 0) }
}

/// The namespace of an element.
@usableFromInline
package enum Namespace: UInt8, Sendable {
    case html, svg, mathml
}
