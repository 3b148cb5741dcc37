/// How many records a group waits for, learned from the groups before.
///
/// With many appenders at work a commit pays for several records; one that is alone does not wait for others that never come.
struct GroupGoal {
    /// At least one, at most ``enough``.
    private(set) var records = 1
    /// Groups in a row that had as many.
    private var met = 0

    /// A commit that so many share costs each of them next to nothing.
    static let enough = 8
    /// After so many groups that met the goal one record more is tried: where it does not come, one group in so many waits in vain.
    private static let patience = 8

    /// A group of so many was taken; `isLate` where it had waited its time for more.
    mutating func take(_ count: Int, isLate: Bool) {
        if isLate {
            records = min(max(count, 1), GroupGoal.enough)
            met = 0
        } else if count >= records {
            met += 1
            guard met == GroupGoal.patience else { return }
            records = min(records + 1, GroupGoal.enough)
            met = 0
        }
    }
}
