/// What is done once whenever nothing was fetched for a while after there was work; the start counts as work.
package struct IdleWork: Sendable {
    let delay: Duration
    let run: @Sendable () -> Void

    package init(after delay: Duration, _ run: @escaping @Sendable () -> Void) {
        self.delay = delay
        self.run = run
    }
}
