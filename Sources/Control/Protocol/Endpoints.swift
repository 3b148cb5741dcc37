// Every endpoint of version 1; docs/control-protocol.md describes them one by one.

extension Endpoint {
    /// ``StatusReport``.
    package static let status = Endpoint(.get, "/v1/status", .read, "the daemon's health")

    /// ``FetchOrder`` → ``FetchReceipt``, or with `wait` a stream of ``FetchEvent``.
    package static let fetch = Endpoint(.post, "/v1/fetch", .trigger, "fetch sources or URLs now")

    /// ``ReelList``.
    package static let reels = Endpoint(.get, "/v1/reels", .read, "the reels and their segments")
    /// ``RecordQuery`` → a stream of ``RecordLine``.
    package static let records = Endpoint(
        .get, "/v1/reels/{name}/records", .read, "records of a reel, followed on demand")
    /// ``ReelList`` of the one reel, after its active segment was closed.
    package static let rotate = Endpoint(.post, "/v1/reels/{name}/rotate", .administer, "begin a new segment")

    /// ``ArticleQuery`` → ``ArticleList``.
    package static let articles = Endpoint(.get, "/v1/articles", .read, "recent articles, or a search")
    /// The article as the reel has it.
    package static let article = Endpoint(.get, "/v1/articles/{id}", .read, "one article by its id")
    /// The newest article of the query's `url`.
    package static let articleByURL = Endpoint(.get, "/v1/article", .read, "the newest article at ?url=")
    /// ``HistoryReport`` of the query's `url`, and a line for each version.
    package static let history = Endpoint(.get, "/v1/history", .read, "the versions of the article at ?url=")
    /// ``ClusterReport`` of the query's `id` or `url`.
    package static let cluster = Endpoint(.get, "/v1/cluster", .read, "who carries the story of ?id= or ?url=")
    /// The body as it was captured; with `head=1` the HTTP head before it.
    package static let page = Endpoint(.get, "/v1/pages/{offset}", .read, "a captured page's bytes")
    /// ``ExplainReport`` of the query's `id`.
    package static let explain = Endpoint(.get, "/v1/explain", .read, "which rule gave each field of ?id=")

    /// ``SourceList``.
    package static let sources = Endpoint(.get, "/v1/sources", .read, "the sources")
    /// ``SourceReport``.
    package static let source = Endpoint(.get, "/v1/sources/{id}", .read, "one source")
    /// ``SourceReport``.
    package static let pauseSource = Endpoint(.post, "/v1/sources/{id}/pause", .administer, "stop fetching a source")
    /// ``SourceReport``.
    package static let resumeSource = Endpoint(.post, "/v1/sources/{id}/resume", .administer, "fetch a source again")
    /// ``SourceCheck``.
    package static let checkSource = Endpoint(
        .post, "/v1/sources/{id}/check", .trigger, "try a source without keeping anything")

    /// ``BackfillOrder`` → ``FetchReceipt``, or with `wait` a stream of ``FetchEvent``.
    package static let backfillSource = Endpoint(
        .post, "/v1/sources/{id}/backfill", .trigger, "fetch a source's past")

    /// ``QueueReport``, at most the query's `limit` entries.
    package static let queue = Endpoint(.get, "/v1/queue", .read, "what is due, waiting and in flight")
    /// ``ResetOrder`` → ``ResetReport``.
    package static let reset = Endpoint(.post, "/v1/reset", .administer, "forget what is known of a URL")

    /// ``ReloadReport``.
    package static let reload = Endpoint(.post, "/v1/reload", .administer, "read the configuration again")
    /// The configuration in force: YAML, or JSON where the request accepts `application/json`.
    package static let configuration = Endpoint(.get, "/v1/config", .read, "the configuration in force")
    /// ``LogLevelReport``.
    package static let logLevel = Endpoint(.get, "/v1/log", .read, "from which level on the log is written")
    /// ``LogLevelOrder`` → ``LogLevelReport``.
    package static let setLogLevel = Endpoint(.post, "/v1/log", .administer, "change the level of the log")
    /// A stream of ``RebuildProgress``.
    package static let rebuildCatalog = Endpoint(
        .post, "/v1/catalog/rebuild", .administer, "make the catalog anew from the reels")

    /// Web archive records as the body, the query's `archive` and `source` → a line of ``ImportedLine`` for each.
    package static let importRecords = Endpoint(
        .post, "/v1/import", .administer, "take in pages of a web archive")

    /// ``RewriteOrder`` → a ``RewrittenLine`` for each page.
    package static let replay = Endpoint(
        .post, "/v1/replay", .administer, "read kept pages again, and append new versions of their articles")

    /// ``MetricsText``.
    package static let metrics = Endpoint(.get, "/metrics", .read, "figures in Prometheus' text form")
    /// A line of text: the daemon answers.
    package static let health = Endpoint(.get, "/healthz", .read, "whether the daemon answers")
    /// A line of text; status 503 where no page can be taken in now.
    package static let readiness = Endpoint(.get, "/readyz", .read, "whether pages are taken in")

    /// All of them, in the order of the documentation.
    package static let all: [Endpoint] = [
        status, fetch, reels, records, rotate, articles, article, articleByURL, history, cluster, page, explain,
        sources, source, pauseSource, resumeSource, checkSource, backfillSource, queue, reset, reload, configuration,
        logLevel,
        setLogLevel, rebuildCatalog, importRecords, replay, metrics, health, readiness,
    ]
}
