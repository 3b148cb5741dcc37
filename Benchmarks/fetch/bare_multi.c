// The floor to compare with: libcurl's multi interface and nothing else. Fetches BASE/0.html … BASE/1999.html, over again where PAGES is more,
// CONCURRENCY at a time, into memory, and prints pages/s and CPU ms per page.
#include <curl/curl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <time.h>

struct page {
    char *bytes;
    size_t count, capacity;
};

static size_t receive(char *bytes, size_t size, size_t count, void *data) {
    struct page *page = data;
    size_t more = size * count;
    if (page->count + more > page->capacity) {
        page->capacity = (page->count + more) * 2;
        page->bytes = realloc(page->bytes, page->capacity);
    }
    memcpy(page->bytes + page->count, bytes, more);
    page->count += more;
    return more;
}

static double seconds(struct timeval time) { return time.tv_sec + time.tv_usec / 1e6; }

static void start(CURLM *multi, CURL *easy, const char *base, int number) {
    char url[1024];
    struct page *page;
    snprintf(url, sizeof url, "%s/%d.html", base, number % 2000);
    curl_easy_setopt(easy, CURLOPT_URL, url);
    curl_easy_getinfo(easy, CURLINFO_PRIVATE, &page);
    page->count = 0;
    curl_multi_add_handle(multi, easy);
}

int main(int count, char **arguments) {
    if (count != 4) return fprintf(stderr, "usage: bare_multi BASE PAGES CONCURRENCY\n"), 2;
    const char *base = arguments[1];
    int pages = atoi(arguments[2]), concurrency = atoi(arguments[3]);
    int next = 0, done = 0, failed = 0, running;
    size_t bytes = 0;
    curl_global_init(CURL_GLOBAL_DEFAULT);
    CURLM *multi = curl_multi_init();
    curl_multi_setopt(multi, CURLMOPT_MAXCONNECTS, (long)concurrency);
    struct timespec from, to;
    clock_gettime(CLOCK_MONOTONIC, &from);
    for (; next < concurrency && next < pages; next++) {
        CURL *easy = curl_easy_init();
        struct page *page = calloc(1, sizeof *page);
        curl_easy_setopt(easy, CURLOPT_PRIVATE, page);
        curl_easy_setopt(easy, CURLOPT_WRITEDATA, page);
        curl_easy_setopt(easy, CURLOPT_WRITEFUNCTION, receive);
        curl_easy_setopt(easy, CURLOPT_ACCEPT_ENCODING, "");
        curl_easy_setopt(easy, CURLOPT_BUFFERSIZE, 65536L);
        curl_easy_setopt(easy, CURLOPT_NOSIGNAL, 1L);
        if (getenv("BARE_CAINFO")) curl_easy_setopt(easy, CURLOPT_CAINFO, getenv("BARE_CAINFO"));
        start(multi, easy, base, next);
    }
    while (done < pages) {
        curl_multi_perform(multi, &running);
        CURLMsg *message;
        int rest;
        while ((message = curl_multi_info_read(multi, &rest))) {
            CURL *easy = message->easy_handle;
            struct page *page;
            curl_easy_getinfo(easy, CURLINFO_PRIVATE, &page);
            bytes += page->count;
            failed += message->data.result != CURLE_OK;
            done++;
            curl_multi_remove_handle(multi, easy);
            if (next < pages) start(multi, easy, base, next++);
        }
        if (done < pages) curl_multi_poll(multi, NULL, 0, 1000, NULL);
    }
    clock_gettime(CLOCK_MONOTONIC, &to);
    struct rusage usage;
    getrusage(RUSAGE_SELF, &usage);
    double wall = to.tv_sec - from.tv_sec + (to.tv_nsec - from.tv_nsec) / 1e9;
    double cpu = seconds(usage.ru_utime) + seconds(usage.ru_stime);
    printf("%d pages, %d failed, %.1f MB, %.0f pages/s, %.3f CPU ms/page, peak %ld KB\n", done, failed, bytes / 1e6,
           done / wall, cpu * 1000 / done, usage.ru_maxrss);
    return failed > 0;
}
