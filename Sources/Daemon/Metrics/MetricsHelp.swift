extension MetricsRegistry {
    /// What each family is, for its `# HELP` line.
    static let help: [String: String] = [
        "newsreel_fetches_total": "Fetches that ended, by outcome.",
        "newsreel_fetched_bytes_total": "Bytes of the bodies that were fetched, after decompression.",
        "newsreel_wire_bytes_total": "Bytes of heads and bodies as they were sent.",
        "newsreel_articles_total": "Articles, with new versions of known ones, by source.",
        "newsreel_answer_seconds": "From the request to the first byte of the answer.",
        "newsreel_fetch_seconds": "From the start of a fetch to its end, redirects included.",
        "newsreel_fetches_per_minute": "Fetches a minute over the last five.",
        "newsreel_articles_per_minute": "Articles a minute over the last five.",
        "newsreel_queue_entries": "URLs in the frontier, by state.",
        "newsreel_lag_seconds": "How long the most overdue fetch has been due.",
        "newsreel_sources": "Configured sources, by state.",
        "newsreel_reel_bytes": "Bytes of a reel's segments.",
        "newsreel_reel_segments": "Segments of a reel.",
        "newsreel_reel_end_offset": "The offset at which a reel's next record begins.",
        "newsreel_disk_available_bytes": "Bytes that are free where the state lies.",
        "newsreel_degraded": "1 while something needs a person.",
        "newsreel_configuration_loaded_timestamp_seconds": "When the configuration in force was read.",
    ]
}
