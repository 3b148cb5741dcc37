import Foundation
import Testing

/// A name that answers with a public address first and with 127.0.0.1 then, in a network of its own.
///
/// The whole runs under `unshare`, which takes root or user namespaces: a name server, a page at a public address and the same page at
/// loopback, and the daemon twice, so that it asks for the name twice.
@Suite struct RebindingTests {
    @Test func aNameThatChangesItsAnswerReachesNothing() async throws {
        let installation = try Installation()
        defer { installation.remove() }
        let text = try String(contentsOfFile: installation.configuration, encoding: .utf8)
        try installation.write(
            text.replacing(
                "allow_private_addresses: true", with: "allow_private_addresses: false\n  obey_robots: false"))
        let script = installation.directory + "/rebind.sh"
        try Self.script.write(toFile: script, atomically: true, encoding: .utf8)
        try Story.page(5).write(toFile: installation.directory + "/page.html", atomically: true, encoding: .utf8)
        try Self.server.write(toFile: installation.directory + "/rebind.py", atomically: true, encoding: .utf8)
        let run = try await RunningProgram(
            "/usr/bin/unshare",
            [
                "--user", "--map-root-user", "--mount", "--net", "/bin/sh", script, installation.directory,
                Program.newsreeld.path, Program.newsreel.path,
            ]
        ).end()
        #expect(run.status == 0, "\(run)")
        let outcomes = run.output.map { JSON($0) }.compactMap { $0["outcome"] }
        #expect(outcomes == ["article", "address_denied"], "\(run)")
    }

    private static let script = """
        set -eu
        place=$1 newsreeld=$2 newsreel=$3
        ip link set lo up
        ip address add 93.184.215.14/32 dev lo
        printf 'nameserver 127.0.0.1\\noptions timeout:2 attempts:1\\n' > "$place/resolv.conf"
        mount --bind "$place/resolv.conf" /etc/resolv.conf
        python3 "$place/rebind.py" & server=$!
        trap 'kill $server' EXIT
        tries=0
        until [ -e "$place/rebind-ready" ]; do
            tries=$((tries + 1))
            if [ "$tries" -gt 300 ]; then echo "the name server did not start" >&2; exit 1; fi
            sleep 0.1
        done
        for turn in first second; do
            "$newsreeld" run --config "$place/newsreel.yaml" 2> "$place/log-$turn" & daemon=$!
            tries=0
            until "$newsreel" --socket "$place/socket" status > /dev/null 2>&1; do
                tries=$((tries + 1))
                if [ "$tries" -gt 200 ]; then cat "$place/log-$turn" >&2; exit 1; fi
                sleep 0.1
            done
            "$newsreel" --socket "$place/socket" --json fetch --wait --force http://rebind.paper.test/ || true
            kill "$daemon"
            wait "$daemon"
        done

        """

    /// Answers the name with 93.184.215.14 once and with 127.0.0.1 from then on, and serves `page.html` at both.
    private static let server = """
        import http.server, os, socket, struct, sys, threading
        page = open(os.path.join(os.path.dirname(os.path.abspath(__file__)), "page.html"), "rb").read()

        class Handler(http.server.BaseHTTPRequestHandler):
            def do_GET(self):
                self.send_response(200)
                self.send_header("Content-Type", "text/html")
                self.send_header("Content-Length", str(len(page)))
                self.end_headers()
                self.wfile.write(page)
            def log_message(self, *_):
                pass

        for address in ("93.184.215.14", "127.0.0.1"):
            server = http.server.ThreadingHTTPServer((address, 80), Handler)
            threading.Thread(target=server.serve_forever, daemon=True).start()
        answers = iter(["93.184.215.14"])
        names = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
        names.bind(("127.0.0.1", 53))
        open(os.path.join(os.path.dirname(os.path.abspath(__file__)), "rebind-ready"), "w").close()
        while True:
            query, peer = names.recvfrom(512)
            end = query.index(b"\\0", 12) + 5
            question, kind = query[12:end], struct.unpack("!H", query[end - 4:end - 2])[0]
            head = query[:2] + struct.pack("!HHHHH", 0x8180, 1, 1 if kind == 1 else 0, 0, 0)
            answer = b""
            if kind == 1:
                answer = struct.pack("!HHHIH", 0xC00C, 1, 1, 0, 4) + socket.inet_aton(next(answers, "127.0.0.1"))
            names.sendto(head + question + answer, peer)

        """
}
