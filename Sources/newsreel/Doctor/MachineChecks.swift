internal import Foundation
internal import Glibc

/// What the daemon needs of the machine: permissions, disk, names, clock, certificates.
enum MachineChecks {
    /// Below this the disk is nearly full.
    static let enoughBytes: UInt64 = 1_000_000_000

    /// Who may reach the socket, and whether this user may.
    static func socket(_ path: String) -> Finding {
        var status = stat()
        guard stat(path, &status) == 0 else {
            let isHidden = errno == EACCES
            return Finding(
                check: "socket", verdict: .bad, detail: "\(path): \(String(cString: strerror(errno)))",
                remedy: isHidden ? nil : "sudo systemctl enable --now newsreeld.socket newsreeld.service")
        }
        guard status.st_mode & S_IFMT == S_IFSOCK else {
            return Finding(check: "socket", verdict: .bad, detail: "\(path) is no socket", remedy: "sudo rm \(path)")
        }
        let mode = String(status.st_mode & 0o777, radix: 8)
        guard access(path, W_OK) == 0 else {
            return Finding(
                check: "socket", verdict: .bad, detail: "\(path) has mode \(mode), and this user is not of its group",
                remedy: "sudo usermod -aG newsreel $USER, then log in again")
        }
        guard status.st_mode & S_IWOTH == 0 else {
            return Finding(
                check: "socket", verdict: .warning, detail: "\(path) has mode \(mode): anybody may trigger fetches",
                remedy: "sudo chmod 0660 \(path)")
        }
        return Finding(check: "socket", verdict: .good, detail: "\(path) has mode \(mode) and lets this user in")
    }

    /// Whether the state is there, and nobody else's to read.
    static func state(_ path: String) -> Finding {
        var status = stat()
        guard stat(path, &status) == 0 else {
            return Finding(
                check: "state", verdict: .bad, detail: "\(path): \(String(cString: strerror(errno)))",
                remedy: "sudo systemd-tmpfiles --create newsreel.conf")
        }
        let mode = String(status.st_mode & 0o777, radix: 8)
        guard status.st_mode & S_IWOTH == 0 else {
            return Finding(
                check: "state", verdict: .bad, detail: "\(path) has mode \(mode): anybody may write to it",
                remedy: "sudo chmod 0750 \(path)")
        }
        return Finding(check: "state", verdict: .good, detail: "\(path) has mode \(mode)")
    }

    /// Room for pages, and for files.
    static func disk(_ path: String, enoughBytes: UInt64 = enoughBytes) -> Finding {
        var room = statvfs()
        guard statvfs(path, &room) == 0 else {
            return Finding(check: "disk", verdict: .unknown, detail: "\(path): \(String(cString: strerror(errno)))")
        }
        let free = UInt64(room.f_bavail) * UInt64(room.f_frsize)
        // Some file systems have no bound of files, and say 0 of 0.
        let hasFiles = room.f_files == 0 || room.f_favail > 1000
        let detail = "\(Amount.bytes(free)) free at \(path)" + (hasFiles ? "" : ", and nearly no files (inodes)")
        guard free >= enoughBytes, hasFiles else {
            return Finding(
                check: "disk", verdict: .warning, detail: detail,
                remedy: "make room, or shorten retention.pages in newsreel.yaml")
        }
        return Finding(check: "disk", verdict: .good, detail: detail)
    }

    /// Whether a name of the sources leads to an address.
    static func name(_ host: String) -> Finding {
        var hints = addrinfo()
        hints.ai_socktype = Int32(SOCK_STREAM.rawValue)
        var list: UnsafeMutablePointer<addrinfo>?
        let code = getaddrinfo(host, nil, &hints, &list)
        defer { if let list { freeaddrinfo(list) } }
        guard code == 0 else {
            return Finding(
                check: "names", verdict: .bad, detail: "\(host): \(String(cString: gai_strerror(code)))",
                remedy: "look at /etc/resolv.conf; resolvectl query \(host)")
        }
        return Finding(check: "names", verdict: .good, detail: "\(host) has an address")
    }

    /// Whether there is a store of certificates to check servers with.
    static func certificates(_ path: String = "/etc/ssl/certs/ca-certificates.crt") -> Finding {
        let remedy = "sudo apt-get install --reinstall ca-certificates"
        do {
            let bytes = try Data(contentsOf: URL(fileURLWithPath: path))
            let mark = Data("-----BEGIN CERTIFICATE-----".utf8)
            guard bytes.range(of: mark) != nil else {
                return Finding(
                    check: "certificates", verdict: .bad, detail: "\(path) has no certificate", remedy: remedy)
            }
            return Finding(check: "certificates", verdict: .good, detail: path)
        } catch {
            return Finding(
                check: "certificates", verdict: .bad, detail: "\(path) cannot be read: no server with TLS is trusted",
                remedy: remedy)
        }
    }

    /// Whether the clock is kept right: cron, validators and certificates hang on it.
    static func clock(isSynchronised: Bool?) -> Finding {
        switch isSynchronised {
        case true?: Finding(check: "clock", verdict: .good, detail: "kept by a time server")
        case false?:
            Finding(
                check: "clock", verdict: .warning, detail: "not kept by a time server",
                remedy: "sudo timedatectl set-ntp true")
        case nil: Finding(check: "clock", verdict: .unknown, detail: "timedatectl does not say who keeps it")
        }
    }
}
