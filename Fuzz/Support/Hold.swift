import Glibc

/// Ends the program with the words where the condition does not hold: a finding. What an optimised `precondition` says is lost.
func hold(_ condition: Bool, _ words: @autoclosure () -> String) {
    guard !condition else { return }
    let line = Array("not held: \(words())\n".utf8)
    _ = write(2, line, line.count)
    abort()
}
