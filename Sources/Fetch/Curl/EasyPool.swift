/// Easy handles that carry nothing at the moment.
///
/// As many are kept as there may be transfers at once, so there are never more than that. An idle handle holds its options and
/// no buffer: libcurl frees that at the end of each transfer.
struct EasyPool {
    private let configuration: FetchConfiguration
    private var idle: [EasyHandle] = []

    init(_ configuration: FetchConfiguration) {
        self.configuration = configuration
    }

    /// Nil where there is no memory left.
    mutating func take() -> EasyHandle? { idle.popLast() ?? EasyHandle(configuration) }

    /// Keeps a handle for the next transfer, but for one that libcurl turned an option down on.
    mutating func giveBack(_ easy: EasyHandle) {
        if easy.refusal == nil { idle.append(easy) }
    }
}
