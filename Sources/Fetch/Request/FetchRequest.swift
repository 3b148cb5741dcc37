package import Model

/// One page to get: its address, what is known of it, and the bounds.
package struct FetchRequest: Sendable {
    /// An http or https address; anything else ends as `schemeDenied`.
    package var url: WebURL
    /// What the last capture said of its version; makes the request conditional (RFC 9110 §13).
    package var validators: Validators?
    /// The address the validators came from, which is the last capture's final one; nil means `url`.
    ///
    /// They are sent to this address alone: a 304 from another page would say nothing of it.
    package var validatorsURL: WebURL?
    /// Bytes of the body after decompression.
    package var maximumBodyBytes: Int
    /// For the whole request, redirects included; waiting for a free transfer does not count.
    package var timeout: Duration
    /// Further header fields; they replace the fetcher's own of the same name.
    ///
    /// A redirect to another origin takes only `Accept…`, `User-Agent` and `From` along.
    package var headers: [(name: String, value: String)]
    /// See `AddressPolicy.allowsPrivate`.
    package var allowPrivateAddresses: Bool
    /// Networks that are open to this request, beside the configuration's.
    package var allowedNetworks: [IPNetwork]
    /// A PEM file of certificate authorities in place of the configuration's.
    package var authorityFile: String?
    /// In place of the configuration's proxy.
    package var proxy: String?
    package var clientCertificate: ClientCertificate?
    /// The name of the jar that cookies are taken from and put into; nil sends and keeps none.
    ///
    /// Jars live in memory, and not longer than the fetcher. Requests with the same name share one.
    package var cookieJar: String?
    /// Whether other fetches wait for this one, as they do for a robots.txt.
    package var goesFirst = false
    /// Whether of a longer body the first `maximumBodyBytes` are taken, and the rest is not waited for.
    package var takesBeginning = false

    package init(
        url: WebURL, validators: Validators? = nil, validatorsURL: WebURL? = nil, maximumBodyBytes: Int = 8 << 20,
        timeout: Duration = .seconds(30), headers: [(name: String, value: String)] = [],
        allowPrivateAddresses: Bool = false, allowedNetworks: [IPNetwork] = [], authorityFile: String? = nil
    ) {
        self.url = url
        self.validators = validators
        self.validatorsURL = validatorsURL
        self.maximumBodyBytes = maximumBodyBytes
        self.timeout = timeout
        self.headers = headers
        self.allowPrivateAddresses = allowPrivateAddresses
        self.allowedNetworks = allowedNetworks
        self.authorityFile = authorityFile
    }
}

/// The certificate that this client shows to a server that asks for one.
package struct ClientCertificate: Hashable, Sendable {
    /// A PEM file.
    package var file: String
    /// A PEM file with the key; nil where `file` has it.
    package var key: String?

    package init(file: String, key: String? = nil) {
        self.file = file
        self.key = key
    }
}
