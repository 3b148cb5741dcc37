internal import GRDB

/// The tables. Times are milliseconds since 1970 in UTC; hashes are 32 bytes.
enum Schema {
    static var migrator: DatabaseMigrator {
        var migrator = DatabaseMigrator()
        migrator.registerMigration("1") { database in
            try database.execute(sql: tables)
        }
        migrator.registerMigration("2") { database in
            try database.execute(
                sql: "ALTER TABLE urls ADD COLUMN last_seen INTEGER; ALTER TABLE urls ADD COLUMN gone INTEGER")
        }
        migrator.registerMigration("3") { database in
            try database.execute(sql: "CREATE TABLE imports (record TEXT PRIMARY KEY) WITHOUT ROWID")
        }
        migrator.registerMigration("4") { database in
            try database.execute(sql: "ALTER TABLE sources ADD COLUMN longest_pause INTEGER")
        }
        migrator.registerMigration("words wait") { database in
            try database.execute(sql: waitingWords)
        }
        migrator.registerMigration("stories") { database in
            try database.execute(sql: stories)
        }
        migrator.registerMigration("rhythm") { database in
            try database.execute(sql: "ALTER TABLE sources ADD COLUMN rhythm BLOB")
        }
        migrator.registerMigration("backfill") { database in
            try database.execute(sql: "ALTER TABLE frontier ADD COLUMN backfill TEXT")
        }
        return migrator
    }

    /// Who carries which text, and which texts are nearly the same: `clusters` has a row for each text that has a near one, with the
    /// lowest hash of all texts that hang together.
    private static let stories = """
        ALTER TABLE urls ADD COLUMN seen_before INTEGER;
        ALTER TABLE urls ADD COLUMN gone_before INTEGER;
        ALTER TABLE urls ADD COLUMN withdrawal TEXT;
        ALTER TABLE articles ADD COLUMN named TEXT;
        ALTER TABLE articles ADD COLUMN dateline TEXT;
        ALTER TABLE articles ADD COLUMN site TEXT;
        CREATE TABLE copies (
            url TEXT NOT NULL,
            text_hash BLOB NOT NULL,
            simhash INTEGER NOT NULL,
            source TEXT NOT NULL,
            title TEXT,
            published INTEGER,
            fetched INTEGER NOT NULL,
            named TEXT,
            dateline TEXT,
            site TEXT,
            offset INTEGER NOT NULL,
            PRIMARY KEY (url, text_hash)
        ) WITHOUT ROWID;
        CREATE INDEX copies_by_hash ON copies (text_hash);
        CREATE INDEX copies_by_time ON copies (fetched);
        CREATE TABLE clusters (text_hash BLOB PRIMARY KEY, cluster BLOB NOT NULL) WITHOUT ROWID;
        CREATE INDEX clusters_by_cluster ON clusters (cluster);
        """

    /// By default a transaction's words go into a tree of their own for each mebibyte, and four trees are merged into one: with
    /// these numbers indexing takes a third less time.
    private static let waitingWords = """
        CREATE TABLE waiting_words (number INTEGER PRIMARY KEY, title TEXT NOT NULL, body TEXT NOT NULL);
        INSERT INTO words (words, rank) VALUES ('hashsize', 8388608);
        INSERT INTO words (words, rank) VALUES ('automerge', 8);
        """

    /// The words come folded (``IndexedWords``), so that the plainest tokenizer does: it takes two thirds of the time of `unicode61`, which
    /// files made before have, and which leaves such words as they are.
    private static let tables = """
        CREATE TABLE progress (reel TEXT PRIMARY KEY, offset INTEGER NOT NULL) WITHOUT ROWID;

        CREATE TABLE urls (
            url TEXT PRIMARY KEY,
            source TEXT NOT NULL,
            final_url TEXT,
            entity_tag TEXT,
            last_modified TEXT,
            payload_hash BLOB,
            page_offset INTEGER,
            page_record TEXT,
            page_time INTEGER,
            text_hash BLOB,
            article_id TEXT,
            version INTEGER NOT NULL DEFAULT 0,
            first_seen INTEGER NOT NULL,
            last_fetched INTEGER NOT NULL,
            last_status INTEGER NOT NULL,
            failures INTEGER NOT NULL DEFAULT 0,
            revisits INTEGER NOT NULL DEFAULT 0,
            hint INTEGER
        ) WITHOUT ROWID;

        CREATE TABLE articles (
            number INTEGER PRIMARY KEY,
            id TEXT NOT NULL UNIQUE,
            offset INTEGER NOT NULL,
            url TEXT NOT NULL,
            source TEXT NOT NULL,
            title TEXT,
            published INTEGER,
            fetched INTEGER NOT NULL,
            text_hash BLOB NOT NULL,
            simhash INTEGER NOT NULL,
            near_duplicate_of TEXT,
            version INTEGER NOT NULL
        );
        CREATE INDEX articles_by_url ON articles (url, version);
        CREATE INDEX articles_by_hash ON articles (text_hash);
        CREATE INDEX articles_by_source ON articles (source, fetched);
        CREATE INDEX articles_by_time ON articles (fetched);
        CREATE VIRTUAL TABLE words USING fts5 (title, body, content = '', tokenize = "ascii");

        CREATE TABLE frontier (
            url TEXT PRIMARY KEY,
            source TEXT NOT NULL,
            purpose TEXT NOT NULL,
            priority INTEGER NOT NULL,
            due INTEGER NOT NULL,
            attempts INTEGER NOT NULL,
            force INTEGER NOT NULL
        ) WITHOUT ROWID;

        CREATE TABLE sources (
            id TEXT PRIMARY KEY,
            is_paused INTEGER NOT NULL DEFAULT 0,
            last_fetched INTEGER,
            last_article INTEGER,
            failures INTEGER NOT NULL DEFAULT 0,
            last_error TEXT,
            interval INTEGER,
            next_due INTEGER
        ) WITHOUT ROWID;
        """
}
