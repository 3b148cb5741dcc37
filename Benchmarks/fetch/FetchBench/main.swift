import Fetch
import Glibc
import Model
import Synchronization

// Fetches BASE/0.html … BASE/1999.html, over again where PAGES is more, CONCURRENCY at a time, and prints what bare_multi prints.

final class Counters: Sendable {
    let next = Atomic<Int>(0)
    let bytes = Atomic<Int>(0)
    let failed = Atomic<Int>(0)
}

func seconds(_ time: timeval) -> Double { Double(time.tv_sec) + Double(time.tv_usec) / 1e6 }

func measure(base: String, pages: Int, concurrency: Int, authorityFile: String?) async throws {
    var configuration = FetchConfiguration()
    configuration.maximumConcurrency = concurrency
    configuration.authorityFile = authorityFile
    let fetcher = try Fetcher(configuration)
    let counters = Counters()
    let start = ContinuousClock.now
    await withTaskGroup { group in
        for _ in 0..<concurrency {
            group.addTask {
                while true {
                    let number = counters.next.wrappingAdd(1, ordering: .relaxed).oldValue
                    guard number < pages, let url = try? WebURL("\(base)/\(number % 2000).html") else { return }
                    switch await fetcher.fetch(FetchRequest(url: url, allowPrivateAddresses: true)) {
                    case .captured(let capture): counters.bytes.wrappingAdd(capture.body.count, ordering: .relaxed)
                    case .failed(let failure):
                        counters.failed.wrappingAdd(1, ordering: .relaxed)
                        print(failure.message)
                    }
                }
            }
        }
    }
    let wall = start.duration(to: .now) / .seconds(1)
    await fetcher.shutDown()
    var usage = rusage()
    getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &usage)
    let cpu = (seconds(usage.ru_utime) + seconds(usage.ru_stime)) * 1000 / Double(pages)
    let megabytes = Double(counters.bytes.load(ordering: .relaxed)) / 1e6
    func tenths(_ number: Double) -> Double { (number * 10).rounded() / 10 }
    print(
        "\(pages) pages, \(counters.failed.load(ordering: .relaxed)) failed, \(tenths(megabytes)) MB,",
        "\(Int(Double(pages) / wall)) pages/s, \((cpu * 1000).rounded() / 1000) CPU ms/page, peak \(usage.ru_maxrss) KB"
    )
}

guard CommandLine.arguments.count >= 4, let pages = Int(CommandLine.arguments[2]),
    let concurrency = Int(CommandLine.arguments[3])
else {
    print("usage: FetchBench BASE PAGES CONCURRENCY [AUTHORITY-FILE]")
    exit(2)
}
try await measure(
    base: CommandLine.arguments[1], pages: pages, concurrency: concurrency,
    authorityFile: CommandLine.arguments.count > 4 ? CommandLine.arguments[4] : nil)
