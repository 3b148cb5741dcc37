internal import HTML

/// A piece of visible text between two breaks: a paragraph, a heading, an item, a cell.
struct ScanBlock {
    enum Kind: UInt8 { case text, paragraph, heading, item, cell, quote, code, caption, term }

    /// Where it stands in the page's text.
    var range: Range<Int>
    var kind: Kind
    /// 1 to 6 for a heading.
    var level: UInt8
    /// The innermost block-level element, an index into the elements.
    var element: Int
    /// How many of its bytes are inside links.
    var linkBytes: Int
    /// What its own element and an inline element around all of its text say.
    var flags: ElementFlags
    /// What its own element alone says.
    var ownerFlags: ElementFlags
    /// Its own flags and all of its ancestors'.
    var inherited: ElementFlags = []

    var count: Int { range.count }
}

/// An element of the page, in document order.
struct ScanElement {
    let node: NodeID
    let tag: Tag
    /// Index of the parent element, -1 at the top.
    let parent: Int
    var flags: ElementFlags
    /// Its text in the page's text.
    var text: Range<Int>
    /// Its blocks, and the elements below it.
    var blocks: Range<Int>
    var endElement: Int
    /// A number for the value of its class attribute; 0 where it has none.
    var classKey: UInt64 = 0
    /// Flags of its own and its ancestors, without those that cannot be meant because most of the page is inside.
    var inherited: ElementFlags = []
}

/// A picture in the page.
struct ScanImage {
    let element: Int
    /// The block that comes next.
    let block: Int
}

/// A page read once, in document order: its visible text, its blocks, its elements, and the nodes that hold metadata.
struct PageScan {
    /// The visible text, white space folded, a line feed between blocks.
    var text: [UInt8] = []
    var blocks: [ScanBlock] = []
    var elements: [ScanElement] = []
    var images: [ScanImage] = []
    var metas: [NodeID] = []
    var links: [NodeID] = []
    var jsonScripts: [NodeID] = []
    var otherScripts: [NodeID] = []
    /// Elements with an `itemprop`.
    var properties: [Int] = []
    var times: [Int] = []
    var headings: [Int] = []
    var title: NodeID?
    /// Links that cannot be seen: off-screen, no size.
    var hiddenLinks: [Int] = []

    /// Whether a picture is inside the element.
    func holdsImage(_ index: Int) -> Bool {
        let end = elements[index].endElement
        var low = 0
        var high = images.count
        while low < high {
            let middle = (low + high) / 2
            if images[middle].element < index { low = middle + 1 } else { high = middle }
        }
        return low < images.count && images[low].element < end
    }
}
