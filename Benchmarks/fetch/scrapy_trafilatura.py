"""scrapy_trafilatura.py BASE PAGES CONCURRENCY OUTPUT: what Scrapy with trafilatura needs for the same pages.

Fetches BASE/0.html …, extracts each with trafilatura, writes a line of JSON, and prints what bare_multi prints. The time of starting the
interpreter and of loading the libraries does not count.
"""

import json
import resource
import sys
import time

import scrapy
import trafilatura
from scrapy.crawler import CrawlerProcess

base, pages, concurrency, output = sys.argv[1], int(sys.argv[2]), int(sys.argv[3]), sys.argv[4]
failed = 0


class Pages(scrapy.Spider):
    name = "pages"

    async def start(self):
        for number in range(pages):
            yield scrapy.Request(f"{base}/{number}.html")

    def parse(self, response):
        global failed
        document = trafilatura.bare_extraction(response.body, url=response.url, with_metadata=True)
        if document is None:
            failed += 1
            return
        file.write(json.dumps({"url": response.url, "title": document.title, "text": document.text}) + "\n")


def processor():
    usage = resource.getrusage(resource.RUSAGE_SELF)
    return usage.ru_utime + usage.ru_stime


with open(output, "w") as file:
    process = CrawlerProcess({
        "LOG_LEVEL": "ERROR", "CONCURRENT_REQUESTS": concurrency, "CONCURRENT_REQUESTS_PER_DOMAIN": concurrency,
        "DOWNLOAD_DELAY": 0, "ROBOTSTXT_OBEY": True, "TELNETCONSOLE_ENABLED": False})
    process.crawl(Pages)
    wall, cpu = time.monotonic(), processor()
    process.start()
    wall, cpu = time.monotonic() - wall, processor() - cpu
peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
print(f"{pages} pages, {failed} failed, {pages / wall:.0f} pages/s, {cpu * 1000 / pages:.3f} CPU ms/page, peak {peak} KB")
