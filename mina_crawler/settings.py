"""What departs from Scrapy's defaults, each with its reason."""

from __future__ import annotations

import os
from pathlib import Path

from scrapy.settings import default_settings

BOT_NAME = "mina_crawler"
SPIDER_MODULES = ["mina_crawler.spiders"]
COMMANDS_MODULE = "mina_crawler.commands"

# Who we are: USER_AGENT is mina-crawler/<version> (+<contact>).
MINA_CONTACT = os.environ.get("MINA_CONTACT", "")  # an address that the site's editors can reach
ADDONS = {"mina_crawler.identity.Identity": 0}

# Manners: one request at a time, and as slowly as the site answers.
ROBOTSTXT_OBEY = True
CONCURRENT_REQUESTS_PER_DOMAIN = 1  # default 8
DOWNLOAD_DELAY = 1.0  # default 0; a newsroom's server has readers to serve
AUTOTHROTTLE_ENABLED = True  # slower still when the site answers slowly
AUTOTHROTTLE_START_DELAY = 1.0  # default 5.0; the delay above is the floor anyway
MINA_CRAWL_DELAY_MAX = 30.0  # seconds; a robots.txt that asks for more is obeyed this far
MINA_BUSY_PAUSE = 5.0  # seconds without a request after a 429 or 503, doubled each time
MINA_BUSY_PAUSE_MAX = 600.0  # seconds; a Retry-After that asks for more is obeyed this far
MINA_BUSY_RETRIES = 5  # times a page is asked for again that answered 429 or 503
MINA_BUSY_PATIENCE = 10  # pauses in a row after which the crawl ends; the next run goes on
MINA_LOOPBACK = {
    # A site on this machine is a test, a mirror or the demo: nobody is disturbed.
    "AUTOTHROTTLE_ENABLED": False,
    "DOWNLOAD_DELAY": 0,
    "CONCURRENT_REQUESTS_PER_DOMAIN": 8,
    "MINA_BUSY_PAUSE": 0.1,
    "MINA_READERS": 1,
}
MINA_READERS = 0  # processes that read pages beside the crawl, where they come faster than it reads

# Limits: no page of a newspaper is larger or slower than this.
DOWNLOAD_TIMEOUT = 60  # default 180
DOWNLOAD_MAXSIZE = 16 * 1024 * 1024  # default 1 GiB
DOWNLOAD_WARNSIZE = 4 * 1024 * 1024  # default 32 MiB
REDIRECT_MAX_TIMES = 5  # default 20
METAREFRESH_ENABLED = False  # default True; a page that reloads itself is read, not asked for again
MINA_MAX_LISTING_PAGES = 20_000  # a listing without an end is left here
CONCURRENT_ITEMS = 1  # default 100: so many tasks a page, which holds one article (0.5 ms of CPU)

# What a crawler of public pages has no use for.
COOKIES_ENABLED = False  # the first cookie would fetch the Public Suffix List
TELNETCONSOLE_ENABLED = False
REMOTE_CONTROL_ENABLED = False  # a local port that runs whatever is sent to it
SPIDER_MIDDLEWARES = dict.fromkeys(
    # Whoever follows links wants these; all that the spider asks for it has found itself.
    (
        "scrapy.spidermiddlewares.depth.DepthMiddleware",
        "scrapy.spidermiddlewares.metacopy.MetaCopyDetectionMiddleware",
        "scrapy.spidermiddlewares.urllength.UrlLengthMiddleware",
    )
)
# What is off is loaded all the same, with a web server and a list of all domains: 0.15 s a start.
EXTENSIONS_BASE = dict(default_settings.EXTENSIONS_BASE)
DOWNLOADER_MIDDLEWARES_BASE = dict(default_settings.DOWNLOADER_MIDDLEWARES_BASE)
del EXTENSIONS_BASE["scrapy.extensions.remote_control.RemoteControl"]
del DOWNLOADER_MIDDLEWARES_BASE["scrapy.downloadermiddlewares.cookies.CookiesMiddleware"]
DOWNLOAD_HANDLERS = dict.fromkeys(("data", "file", "ftp", "s3"))  # no page can lead there
TWISTED_DNS_RESOLVER = "mina_crawler.resolver.PublicResolver"  # nor into a private network

# Parts of our own.
DOWNLOADER_MIDDLEWARES = {
    # Its place: redirects come back through it, so that none leads off the site.
    "scrapy.downloadermiddlewares.offsite.OffsiteMiddleware": None,
    "mina_crawler.middlewares.own_hosts.OwnHostsMiddleware": 50,
    # Its place: an error reaches it once it was asked for again in vain.
    "mina_crawler.middlewares.robots_errors.RobotsErrorsMiddleware": 540,
    # Its place: answers reach it decompressed, and before any is asked for again.
    "mina_crawler.middlewares.opt_outs.OptOutsMiddleware": 580,
}
ITEM_PIPELINES = {
    # Reading: what does not belong to the story leaves it, and what is left becomes its text.
    "mina_crawler.pipelines.read_also.ReadAlsoPipeline": 100,
    "mina_crawler.pipelines.newsroom.NewsroomPipeline": 200,
    "mina_crawler.pipelines.text.TextPipeline": 300,
    # Deciding: what is not wanted, not valid or not new is dropped.
    "mina_crawler.pipelines.period.PeriodPipeline": 400,
    "mina_crawler.pipelines.validation.ValidationPipeline": 500,
    "mina_crawler.pipelines.known.KnownPipeline": 600,
    "mina_crawler.pipelines.limit.LimitPipeline": 700,
    # Keeping: what passes the outbox reaches the feeds, whatever happens.
    "mina_crawler.pipelines.outbox.OutboxPipeline": 900,
}
EXTENSIONS = {
    "scrapy.extensions.feedexport.FeedExporter": None,  # ours is Scrapy's with receipts asked for
    "scrapy.extensions.logstats.LogStats": None,  # ours tells what is left
    "mina_crawler.delivery.exporter.LedgerFeedExporter": 0,
    "mina_crawler.extensions.pace.Pace": 10,  # behind AutoThrottle, which it corrects
    "mina_crawler.extensions.timeouts.Timeouts": 20,
    "mina_crawler.extensions.ledger_guard.LedgerGuardExtension": 100,
    "mina_crawler.extensions.progress.Progress": 500,
    "mina_crawler.receipts.extension.ReceiptExtension": 900,
    "mina_crawler.monitors.extension.MonitorExtension": 950,
}

# Where articles land.
MINA_DATA_DIR = os.environ.get("MINA_DATA_DIR", "data")
MINA_BUCKET = os.environ.get("MINA_BUCKET", "").rstrip("/")  # s3://bucket/folder, instead of a file
MINA_S3_OPTIONS: dict[str, str] = {}  # sent with each upload: ServerSideEncryption and so on
MINA_BATCH_SECONDS = 45.0  # how long a line waits for its batch to fill: a minute with the upload
FEED_URI_PARAMS = "mina_crawler.delivery.addresses.uri_params"  # adds edition and day
FEEDS = (
    {
        f"{MINA_BUCKET}/edition=%(edition)s/day=%(day)s/%(run)s-%(batch_id)05d.jsonl.gz": {
            "format": "jsonlines",
            "encoding": "utf8",
            "batch_item_count": 1000,
            "postprocessing": ["scrapy.extensions.postprocessing.GzipPlugin"],
        }
    }
    if MINA_BUCKET
    else {
        Path(MINA_DATA_DIR).absolute() / "articles.jsonl": {
            "format": "jsonlines",
            "encoding": "utf8",
        }
    }
)
FEED_EXPORT_ENCODING = "utf-8"  # default None: every letter beyond ASCII escaped
FEED_STORE_EMPTY = False  # a run that finds nothing new leaves no empty file behind
MINA_APPEND_SECONDS = 1.0  # how long a line waits before it is appended to a local file
MINA_DELIVERY_BACKOFF = [1, 3, 9]  # seconds before a failed delivery is tried again

# The log: one line an event, and none about what is in order.
MINA_LOG_JSON = os.environ.get("MINA_LOG_JSON", "") not in {"", "0"}  # a JSON object a line
MINA_LOG_MAX_MB = 16.0  # of LOG_FILE and the one before it; 0: without end
LOG_FORMATTER = "mina_crawler.logs.events.EventFormatter"  # default: prints whole articles
LOG_VERSIONS: list[str] = []  # default: ten lines; the receipt tells them
STATS_DUMP = False  # default True: fifty lines; the receipt tells what matters
RETRY_GIVE_UP_LOG_LEVEL = "DEBUG"  # default ERROR; each failure has a line of ours

# What is known, and what is owed to the feeds.
MINA_LEDGER = "ledger.db"  # a file in MINA_DATA_DIR, or an address; empty: nothing is remembered
MINA_ONE_AT_A_TIME = True  # a run ends at once where another is at work on its edition
MINA_DUPLICATES = "drop"  # or "mark": deliver them with duplicate_of

# When a run is suspect: held against earlier ones of the same site and way, over the same years.
MINA_SUSPECT_ARTICLES = 20  # fewer prove nothing
MINA_SUSPECT_DROP = 0.3  # by how much a field's share, or the length of texts, may fall
MINA_SILENCE_DAYS = 3  # a newsroom never rests longer

# Who is told, and of what; the channels come from the environment: see monitors/channels.py.
MINA_MONITOR_VERDICTS = ["not delivered", "suspect", "partial", "killed", "bad configuration"]
MINA_MONITOR_OWED = 0  # lines that may wait for a feed
MINA_MONITOR_INVALID = 0  # pages that may make no valid article
MINA_MONITOR_SILENCE_HOURS = 24.0  # hours of weekdays without a new article
MINA_MONITOR_RUN_HOURS = 6.0  # without a run that was complete or at work: scrapy runs --check
MINA_MONITOR_DROP = 0.7  # by how much the new articles of a day may fall
MINA_MONITOR_REMIND_HOURS = 24.0  # what lasts is told again after so long
MINA_MONITORS: list[str] = []  # monitors of Spidermon's or yours, by path
