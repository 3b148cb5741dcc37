/// The transfers that wait for a free place, in the order they came; those under way go first.
struct TransferQueue {
    private var urgent: [Transfer] = []
    private var items: [Transfer?] = []
    private var first = 0

    var isEmpty: Bool { urgent.isEmpty && first == items.count }

    mutating func append(_ transfer: Transfer) {
        if transfer.order.goesFirst { urgent.append(transfer) } else { items.append(transfer) }
    }

    /// The next transfer; only one that goes first where `onlyUrgent`.
    mutating func popFirst(onlyUrgent: Bool = false) -> Transfer? {
        if !urgent.isEmpty { return urgent.removeFirst() }
        guard !onlyUrgent else { return nil }
        guard first < items.count else { return nil }
        let transfer = items[first]
        items[first] = nil
        first += 1
        // Half of the places are empty: the cost of moving the rest is spread over as many takes.
        if first * 2 > items.count { compact() }
        return transfer
    }

    /// Takes a waiting transfer out; nil where it does not wait.
    mutating func remove(_ id: TransferID) -> Transfer? {
        if let index = urgent.firstIndex(where: { $0.id == id }) { return urgent.remove(at: index) }
        guard let index = items.firstIndex(where: { $0?.id == id }) else { return nil }
        return items.remove(at: index)
    }

    private mutating func compact() {
        items.removeFirst(first)
        first = 0
    }
}
