internal import CCurl

// The functions that libcurl calls, on the transfer thread, while it performs. None captures anything: each finds its transfer
// by the user data, which `Transfer.begin` sets and `Transfer.end` takes away, and calls one ordinary method.

/// CURLOPT_HEADERFUNCTION: one line of the head. Any other count than was given ends the transfer.
let headerCallback: curl_write_callback = { bytes, size, count, data in
    guard let transfer = transfer(data) else { return 0 }
    return transfer.receiveHeader(UnsafeRawBufferPointer(start: bytes, count: size * count)) ? size * count : 0
}

/// CURLOPT_WRITEFUNCTION: a piece of the body, decompressed.
let bodyCallback: curl_write_callback = { bytes, size, count, data in
    guard let transfer = transfer(data) else { return 0 }
    return switch transfer.receiveBody(UnsafeRawBufferPointer(start: bytes, count: size * count)) {
    case .taken: size * count
    case .later: Int(CURL_WRITEFUNC_PAUSE)
    case .stop: 0
    }
}

/// CURLOPT_OPENSOCKETFUNCTION: a socket for an address the name resolved to.
let openSocketCallback: curl_opensocket_callback = { data, purpose, address in
    guard let transfer = transfer(data), let address, purpose == CURLSOCKTYPE_IPCXN else { return CURL_SOCKET_BAD }
    return transfer.openSocket(address)
}

/// CURLOPT_PREREQFUNCTION: the connection stands, new or used before; the request has not been sent.
let prerequestCallback: curl_prereq_callback = { data, peer, _, _, _ in
    guard let transfer = transfer(data), let peer, transfer.mayUse(peer: String(cString: peer)) else {
        return CURL_PREREQFUNC_ABORT
    }
    return CURL_PREREQFUNC_OK
}

private func transfer(_ data: UnsafeMutableRawPointer?) -> Transfer? {
    data.map { Unmanaged<Transfer>.fromOpaque($0).takeUnretainedValue() }
}
