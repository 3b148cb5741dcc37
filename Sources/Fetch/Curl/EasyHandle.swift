internal import CCurl

/// One of libcurl's easy handles: it carries one transfer at a time and is kept for the next.
///
/// Confined to the transfer thread. The first option that libcurl turns down is remembered in `refusal`, so that a transfer
/// never runs with less protection than was asked for.
final class EasyHandle {
    let pointer: UnsafeMutableRawPointer
    private(set) var refusal: CurlCode?
    private var headers: UnsafeMutablePointer<curl_slist>?
    private let errorText: UnsafeMutablePointer<CChar>
    private var jar: CookieJar?
    /// The certificate file and directory that libcurl was built with; setting an option to nil would not bring them back.
    let builtInAuthorities: (file: String?, directory: String?)

    /// Nil where there is no memory left.
    init?() {
        guard let pointer = curl_easy_init() else { return nil }
        self.pointer = pointer
        builtInAuthorities = (Self.text(pointer, CURLINFO_CAINFO), Self.text(pointer, CURLINFO_CAPATH))
        errorText = .allocate(capacity: Int(CURL_ERROR_SIZE))
        errorText.initialize(repeating: 0, count: Int(CURL_ERROR_SIZE))
        note(ccurl_set_pointer(pointer, CURLOPT_ERRORBUFFER, errorText))
    }

    deinit {
        curl_easy_cleanup(pointer)
        curl_slist_free_all(headers)
        errorText.deallocate()
    }

    func set(_ option: LongOption, _ value: Int) {
        note(ccurl_set_long(pointer, CURLoption(rawValue: option.rawValue), value))
    }

    func set(_ option: LongOption, _ value: Bool) { set(option, value ? 1 : 0) }

    func set(_ option: LongOption, milliseconds duration: Duration) { set(option, max(1, duration.milliseconds)) }

    /// Nil takes the option back.
    func set(_ option: StringOption, _ value: String?) {
        note(ccurl_set_string(pointer, CURLoption(rawValue: option.rawValue), value))
    }

    /// The request's own header fields, in place of those of the transfer before.
    func set(headers lines: [String]) {
        let old = headers
        headers = nil
        for line in lines {
            guard let longer = curl_slist_append(headers, line) else { return note(CCurl.CURLE_OUT_OF_MEMORY) }
            headers = longer
        }
        note(ccurl_set_headers(pointer, headers))
        curl_slist_free_all(old)
    }

    /// Sends and keeps the cookies of a jar from now on; nil for none.
    func set(_ jar: CookieJar?) {
        guard self.jar != nil || jar != nil else { return }
        if self.jar != nil { note(CookieJar.takeBack(from: pointer)) }
        if let jar { note(jar.lend(to: pointer)) }
        self.jar = jar
    }

    /// Calls the functions of Callbacks.swift from now on.
    func installCallbacks() {
        note(ccurl_set_header_function(pointer, headerCallback))
        note(ccurl_set_write_function(pointer, bodyCallback))
        note(ccurl_set_open_socket_function(pointer, openSocketCallback))
        note(ccurl_set_prerequest_function(pointer, prerequestCallback))
    }

    /// Hands a transfer to the callbacks, or takes it away; it must stay alive until then.
    func setTransfer(_ transfer: Transfer?) {
        let data = transfer.map { Unmanaged.passUnretained($0).toOpaque() }
        for option in [CURLOPT_HEADERDATA, CURLOPT_WRITEDATA, CURLOPT_OPENSOCKETDATA, CURLOPT_PREREQDATA] {
            note(ccurl_set_pointer(pointer, option, data))
        }
        errorText.pointee = 0
    }

    /// Lets a transfer go on that its callback had wait; the callback may be called before this returns.
    func resume() { note(curl_easy_pause(pointer, CURLPAUSE_CONT)) }

    /// libcurl's words about the last failure; empty where it had none.
    var errorMessage: String { String(cString: errorText) }

    /// What libcurl knows of the last transfer, as a text.
    static func text(_ pointer: UnsafeMutableRawPointer, _ info: CURLINFO) -> String? {
        var value: UnsafePointer<CChar>?
        guard ccurl_get_string(pointer, info, &value) == CCurl.CURLE_OK, let value, value.pointee != 0 else {
            return nil
        }
        return String(cString: value)
    }

    /// The same, as a number; zero where libcurl does not know.
    static func number(_ pointer: UnsafeMutableRawPointer, _ info: CURLINFO) -> Int {
        var value = 0
        return ccurl_get_long(pointer, info, &value) == CCurl.CURLE_OK ? value : 0
    }

    /// The same, for sizes in bytes and times in microseconds.
    static func offset(_ pointer: UnsafeMutableRawPointer, _ info: CURLINFO) -> Int {
        var value: curl_off_t = 0
        return ccurl_get_offset(pointer, info, &value) == CCurl.CURLE_OK ? Int(value) : 0
    }

    private func note(_ code: CURLcode) {
        guard code != CCurl.CURLE_OK, refusal == nil else { return }
        refusal = CurlCode(code)
    }
}

extension Duration {
    /// Whole milliseconds, rounded towards zero, within what fits libcurl's timers.
    var milliseconds: Int {
        let (seconds, attoseconds) = components
        return Int(min(max(seconds, 0), 1_000_000)) * 1000 + Int(attoseconds / 1_000_000_000_000_000)
    }
}
