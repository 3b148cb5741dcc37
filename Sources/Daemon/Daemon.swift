package import Config
internal import ControlServer
internal import CoreMetrics
internal import Fetch
internal import Glibc
internal import Ingest
internal import Logging
internal import Model
internal import Posix
internal import Schedule
internal import ServiceLifecycle
internal import UnixSignals

/// The composition root: everything the daemon is made of, built in order, and run as one group of services.
package struct Daemon {
    package static let version = "0.1.0"
    /// What all rooms count into; the process has one, as swift-metrics wants it.
    static let metrics = MetricsRegistry()

    private let places: Places
    private let configuration: Configuration
    private let environment: [String: String]
    private let log: DaemonLog

    /// Takes a configuration that was read from `path`.
    package init(configuration: Configuration, path: String, environment: [String: String], log: DaemonLog) {
        self.configuration = configuration
        self.environment = environment
        self.log = log
        places = Places(configurationPath: path, configuration: configuration, environment: environment)
    }

    /// Runs until SIGTERM or SIGINT, then ends cleanly.
    package func run() async throws {
        signal(SIGPIPE, SIG_IGN)
        MetricsSystem.bootstrap(Daemon.metrics)
        // What the daemon makes is for its user and its group.
        umask(0o027)
        // Beyond the bound of a file's size a write fails, which is dealt with as any failed write.
        signal(SIGXFSZ, SIG_IGN)
        // Two keep the peak among hostile pages a tenth lower, at no processor time that could be measured on two cores.
        Allocator.limitArenas(to: 2)
        let hangups = await UnixSignalsSequence(trapping: .sighup)
        let logger = log.logger
        let lock = try StateLock(places)
        let works = try await Works(places: places, configuration: configuration, logger: logger)
        let notifier = ServiceNotifier(environment: environment)
        let reloader = Reloader(
            works: works, places: places, notifier: notifier, log: log, current: configuration)
        let socket = try controlSocket()
        for warning in socket.warnings { logger.info("\(warning)") }
        let routes = Routes(works: works, places: places, reloader: reloader, log: log, started: works.clock.now())
        let server = ControlServer(socket: socket, router: routes.router, logger: logger)
        let open = try openServer(routes)
        try await StartPatience(notifier: notifier, logger: logger).during { try await works.begin() }

        let services: [any Service] = [
            StoreService(works: works), DispatchService(works: works), ControlService(servers: [server] + open),
            ReloadService(reloader: reloader, hangups: hangups), RepetitionService(log: log),
            RetentionService(works: works, reloader: reloader),
            NotificationService(
                notifier: notifier, works: works, places: places, environment: environment, logger: logger),
        ]
        let group = ServiceGroup(
            configuration: ServiceGroupConfiguration(
                services: services.map { .init(service: $0, successTerminationBehavior: .gracefullyShutdownGroup) },
                gracefulShutdownSignals: [.sigterm, .sigint], logger: quiet))
        try await group.run()
        withExtendedLifetime(lock) {}
        logger.notice("stopped", metadata: [OperatorEvent.key: "\(OperatorEvent.stopped.rawValue)"])
        log.tellRepetitions(all: true)
    }

    /// The server of the figures over TCP; none unless it is configured.
    private func openServer(_ routes: Routes) throws(DaemonError) -> [ControlServer] {
        guard let listen = configuration.metrics.listen else { return [] }
        do {
            let socket = try ControlSocket.listen(host: listen.host, port: listen.port)
            log.logger.notice("metrics are served", metadata: ["address": "\(listen.text)"])
            return [ControlServer(socket: socket, router: routes.openRouter, logger: log.logger)]
        } catch {
            throw DaemonError(.socket, "\(error)", cause: error)
        }
    }

    /// The lifecycle's own steps are of no interest but in trouble.
    private var quiet: Logger {
        var logger = log.logger
        logger.logLevel = max(logger.logLevel, .error)
        return logger
    }

    /// The socket that systemd passed on, or one of our own.
    private func controlSocket() throws(DaemonError) -> ControlSocket {
        do {
            if let passed = ActivationSockets.descriptors(environment: environment).first {
                return try ControlSocket.adopt(descriptor: passed)
            }
            return try ControlSocket.open(path: places.socket, group: configuration.control.group)
        } catch {
            throw DaemonError(.socket, "\(error)", cause: error)
        }
    }
}
