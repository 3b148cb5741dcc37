internal import ControlProtocol
internal import ControlServer
internal import Logging
internal import Model
internal import Posix

/// The control socket's handlers; each endpoint's answer is made in the file of its name.
struct Routes: Sendable {
    let works: Works
    let places: Places
    let reloader: Reloader
    let log: DaemonLog
    let started: Timestamp

    var router: Router {
        var router = Router()
        router.on(.status) { _ in .json(try await statusReport()) }
        router.on(.fetch) { try await fetch($0) }
        router.on(.reels) { _ in .json(try await reelList()) }
        router.on(.records) { try records($0) }
        router.on(.rotate) { try await rotate($0) }
        router.on(.articles) { try await articles($0) }
        router.on(.article) { try await article($0) }
        router.on(.articleByURL) { try await articleByURL($0) }
        router.on(.history) { try await history($0) }
        router.on(.cluster) { try await cluster($0) }
        router.on(.page) { try page($0) }
        router.on(.explain) { try await explain($0) }
        router.on(.sources) { _ in .json(await sourceList()) }
        router.on(.source) { .json(try await source($0)) }
        router.on(.pauseSource) { .json(try await setPaused(true, $0)) }
        router.on(.resumeSource) { .json(try await setPaused(false, $0)) }
        router.on(.checkSource) { .json(try await check($0)) }
        router.on(.backfillSource) { try await backfill($0) }
        router.on(.queue) { .json(try await queue($0)) }
        router.on(.reset) { .json(try await reset($0)) }
        router.on(.reload) {
            .json(try await reloader.reload(asked: "uid \($0.peer.userID), pid \($0.peer.processID)"))
        }
        router.on(.logLevel) { _ in .json(logLevel()) }
        router.on(.setLogLevel) { .json(try setLogLevel($0)) }
        router.on(.rebuildCatalog) { rebuildCatalog($0) }
        router.on(.importRecords) { try await importRecords($0) }
        router.on(.replay) { try await replay($0) }
        router.on(.configuration) { await configuration($0) }
        router.on(.metrics) { _ in try await metrics() }
        router.on(.health) { _ in health() }
        router.on(.readiness) { _ in await readiness() }
        return router
    }

    /// What anybody may ask over TCP: nothing that names a page or changes anything.
    var openRouter: Router {
        var router = Router()
        router.on(.metrics) { _ in try await metrics() }
        router.on(.health) { _ in health() }
        router.on(.readiness) { _ in await readiness() }
        return router
    }

    /// A change through the socket, with who made it.
    func note(_ what: String, _ request: ControlRequest) {
        works.logger.notice(
            "\(what)", metadata: ["uid": "\(request.peer.userID)", "pid": "\(request.peer.processID)"])
    }
}
