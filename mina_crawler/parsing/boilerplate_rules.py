"""The rules of boilerplate: what the theme says around a story, in three languages."""

from __future__ import annotations

_NETWORK = (
    "facebook|twitter|x|whatsapp|telegram|line|e-?mail|linkedin|pinterest|instagram|youtube"
    "|tiktok|threads|messenger|tumblr|reddit|share|tweet|pin(?: it)?"
    "|copy link|salin (?:tautan|link)|print|cetak"
    "|فيسبوك|تويتر|واتس ?[اأآ]ب|تيليجرام|تلغرام|طباعة"
)
_SHARE = (
    "bagikan(?: (?:ini|(?:berita|artikel)(?: ini)?))?|sebarkan"
    "|share(?: (?:this(?: (?:article|post|story|news))?|on|via))?"
    "|شارك(?: هذا (?:الموضوع|الخبر|المقال))?|مشاركة|شاركها"
)
_INVITATION = (
    r"(?:(?:yuk|ayo|mari),? )?"
    r"(?:ikuti|dapatkan|cek|simak|temukan|gabung|bergabunglah|follow|join|subscribe)\b"
)
_CHANNEL = "saluran|kanal|channel|grup|group|google news|whatsapp|telegram|youtube"
_OURS = "mina|mi['’]raj|kami|our|us|klik|click|di ?sini"
_CHANNEL_AR = "واتس ?[اأآ]ب|ت[يل]+[جغ]رام|قناة|قناتنا|جوجل|google"
_OURS_AR = "مينا|معراج|قناتنا|اضغط"
_LETTER = "buletin|newsletter|nawala|inbox|kotak (?:masuk|surat)|e-?mail"
_YOURS = "anda|kamu|kami|your|our|us"
_TOLD = (
    "(?:terakhir )?(?:diperbar(?:ui|ukan)|diubah)|terbit|tayang|diterbitkan|dipublikasikan"
    "|(?:last )?(?:updated|modified|edited)(?: on)?|published(?: on)?|posted(?: on)?"
    "|(?:[آا]خر )?(?:تحديث|نشر)"
)
_CLOCK = r"\d{1,2}[:.]\d{2}(?: (?:am|pm))?(?: wi(?:b|ta|t))?"

RULES: dict[str, tuple[str, ...]] = {
    "scroll-prompt": (
        (
            r"(?:(?:advertisement|iklan)[.:–— -]{1,3})?scroll (?:down |ke bawah )?(?:to|untuk)"
            r" (?:continue|resume|lanjut\w*|melanjutkan)[\w ]{0,40}\.?"
        ),
        r"gulir (?:ke bawah )?untuk (?:lanjut\w*|melanjutkan)[\w ]{0,40}",
        r"(?:lanjutkan membaca|continue reading)(?: (?:(?:di )?bawah|below|setelah iklan))?",
    ),
    "advert": (
        "[-–— ]*(?:advertisements?|advertorial|iklan|[إا]علان)[-–—: ]*",
        "[-–— ]*(?:sponsored|promoted)(?: content)?[-–—: ]*",
        "(?:image for (?:large|small) screens? ?)+",
        "(?:artikel|berita|konten) ini (?:bersponsor|disponsori).{0,40}",
    ),
    "tagline": (
        "damai di palestina = damai di dunia",
        "peace in palestine = peace in the world",
        "السلام في فلسطين = (?:ال)?سلام (?:في|ل)? ?العالم",
    ),
    "views": (
        r"[\d.,]+ ?[km]? ?(?:views?|kali (?:dilihat|dibaca)|x dibaca|tayangan|مشاهد\w*)",
        r"(?:dibaca|dilihat|(?:post )?views?|(?:عدد )?المشاهدات) ?:? ?[\d.,]+ ?(?:kali|x|times)?",
    ),
    "date-line": (  # never without a time or a word: a bare day may be a subhead
        (
            rf"(?:(?:{_TOLD}) ?:? ?)?(?:\w[\w'’‘`]{{2,9}}[,،]? )?"
            rf"\d{{1,2}} \w+,? \d{{4}}(?: ?[-–—|,] ?| pukul | )?{_CLOCK}"
        ),
        rf"(?:{_TOLD}) ?:? ?(?:\w[\w'’‘`]{{2,9}}[,،]? )?(?:\d{{1,2}} \w+|\w+ \d{{1,2}}),? \d{{4}}",
        r"\d{1,3} (?:second|minute|hour|day|week|month|year)s? ago",
        r"\d{1,3} (?:detik|menit|jam|hari|minggu|pekan|bulan|tahun) (?:yang )?lalu",
        r"منذ (?:\d{1,3} )?(?:ثانية|ثوان|دقيقة|دقائق|ساعة|ساعات|يوم|أيام|أسبوع|أسابيع|شهر)",
    ),
    "promo": (  # an invitation that names both a channel and the agency (or: click here)
        rf"{_INVITATION}(?=.*\b(?:{_CHANNEL})\b)(?=.*\b(?:{_OURS})\b).*",
        rf"{_INVITATION}(?: (?:di|ke|on|{_CHANNEL})){{0,4}} (?:whatsapp|telegram|google news)",
        rf"{_INVITATION} (?:berita|artikel)\b.{{0,60}} di (?:google news|whatsapp|saluran)\b.*",
        rf"(?:تابع\w*|اشترك\w*|انضم\w*) (?=.*(?:{_CHANNEL_AR}))(?=.*(?:{_OURS_AR})).*",
    ),
    "newsletter": (  # an invitation to a letter or a subscription, and the small print under it
        r"(?:berlangganan )?(?:buletin|newsletter)(?: kami)?:?|(?:ال)?نشرة (?:ال)?بريدية",
        (
            rf"(?:(?:ber)?langganan|daftarkan|masukkan|dapatkan|terima|subscribe|sign up|get)\b"
            rf"(?=.{{0,200}}\b(?:{_LETTER})\b)(?=.{{0,200}}\b(?:{_YOURS})\b).{{0,250}}"
        ),
        r"(?:dengan (?:mendaftar|berlangganan)|by (?:signing up|subscribing)), (?:anda|you)\b.*",
        r"(?:anda (?:bisa|dapat) berhenti berlangganan|(?:you can )?unsubscribe)\b.{0,60}",
        r"(?:sudah berlangganan|already a (?:subscriber|member))\?.{0,60}",
        (
            r"(?:(?:artikel|berita|konten) ini|this (?:article|story|content) is)"
            r" (?:khusus|only|hanya)"
            r" (?:untuk |for |available to )?(?:pelanggan|anggota|subscribers|members).{0,80}"
        ),
        r"baca (?:berita|artikel) tanpa iklan\b.{0,80}|dapatkan (?:berita|kabar) ter(?:baru|kini)",
    ),
    "app": (
        (
            rf"(?:download|unduh|instal)\b(?=.{{0,200}}\b(?:aplikasi|app)\b)"
            rf"(?=.{{0,200}}\b(?:{_OURS})\b).{{0,200}}"
        ),
    ),
    "player": (
        (
            r"\W{0,3}(?:dengarkan (?:artikel|berita)(?: ini)?|listen to this (?:article|story)"
            r"|استمع [إا]لى (?:هذا )?(?:الخبر|المقال))\W{0,3}(?:\d{1,2}:\d\d(?: ?/ ?|$)){0,2}"
        ),
        r"powered by (?:gspeech|disqus|responsivevoice|webpushr|wordpress)",
    ),
    "font-size": (
        r"(?:ukuran (?:font|huruf|teks)|(?:font|text) size) ?:?.{0,30}",
        r"(?:perbesar|perkecil) (?:font|huruf|teks)|a[-−] ?(?:a ?)?a\+|a\+ ?(?:a ?)?a[-−]|a a a",
    ),
    "rating": (
        r"(?:(?:apa|bagaimana) (?:reaksi|tanggapan) (?:anda|kamu)|what['’]s your reaction)\W{0,3}",
        (
            r"(?:(?:suka|senang|sedih|marah|lucu|takjub|kaget|terkejut|bangga|like|love|haha|wow|sad"
            r"|angry|happy|funny) ?\(?\d{1,6}\)?[ ,|]{0,3}){2,12}"
        ),
        r"rate this (?:post|article)|beri (?:nilai|rating) (?:artikel|berita) ini",
        r"(?:average )?rating:? ?[\d.,]+ ?/ ?\d.{0,40}|\[total: ?\d.{0,40}\]|[★☆ ]{3,20}",
    ),
    "embed": (  # what stands in the page until a network's script replaces it
        r"(?:view|lihat) (?:this post|postingan ini|kiriman ini) (?:on|di) instagram",
        (
            r"(?:a (?:post|photo|video)|(?:sebuah )?(?:kiriman|postingan)) (?:shared|dibagikan)"
            r" (?:by|oleh) .{1,100}\(@[\w.]{1,40}\).{0,60}"
        ),
        (
            r"[—–-]{1,2} ?[^()]{1,80} \(@\w{1,30}\),?"
            r" ?(?:\w{3,10} \d{1,2}|\d{1,2} \w{3,10}),? \d{4}"
        ),
        r"(?:posted by|dikirim oleh) .{1,80} (?:on|pada) \w{3,9},? .{0,12}\d.{0,12} ?\d{4}",
        (
            r"(?:https?://(?:www\.|m\.)?|(?=pic\.twitter))(?:pic\.twitter\.com|youtube\.com|youtu\.be|twitter\.com|x\.com|instagram\.com"
            r"|facebook\.com|fb\.watch|tiktok\.com|vimeo\.com)/\S{1,200}"
        ),
    ),
    "share-bar": (
        rf"(?:(?:{_SHARE}) ?:? ?(?:ke )?)?(?:(?:{_NETWORK})(?:[ ,|/•·]+|$)){{2,20}}",
        rf"(?:{_SHARE}) ?:? ?(?:(?:ke |di )?(?:{_NETWORK}))?(?: ?\d{{1,6}})?",
        rf"(?:(?:share|tweet|pin|post|kirim) (?:on|to|via|ke) (?:{_NETWORK})[ ,|/•·]*){{1,12}}",
        r"click to (?:share|print|email) .{0,80}",
        r"print|cetak|copy link|salin (?:tautan|link)|tweet|طباعة",
        r"(?:like|suka) (?:this|ini) ?:?|(?:suka|like)(?: this| ini)?:? (?:memuat|loading)\W{0,3}",
    ),
    "comments": (
        r"(?:comments?|komentar|(?:ال)?تعليقات) ?:? ?\(?\d{0,5}\)?",
        r"(?:no|\d{1,5}) (?:comments?|komentar)|(?:belum|tidak) ada komentar\.?|لا توجد تعليقات",
        r"(?:this site|situs ini|(?:يستخدم )?هذا الموقع)\b.{0,40}\bakismet\b.{0,250}",
        r"(?:tinggalkan|batalkan) (?:balasan|komentar)(?: .{0,40})?",
        r"(?:leave a|cancel) (?:reply|comment)(?: .{0,40})?|اترك (?:رد|تعليق)\w*(?: .{0,20})?",
        r"alamat email anda tidak akan (?:di)?publikasikan.{0,80}",
        r"your email address will not be published.{0,80}",
        r"post comment|kirim komentar|you must be logged in to post a comment\.?",
    ),
    "recommendations": (
        r"rekomendasi(?: (?:untuk|buat) (?:anda|kamu))?:?|recommended(?: for you)?:?",
        r"(?:berita|artikel|post?|tulisan)[- ](?:terkait|terbaru|lainnya|pilihan):?",
        r"(?:berita|artikel|post?|tulisan)[- ](?:ter)?populer:?",
        r"baca (?:lainnya|selengkapnya)(?: di ?sini)?|selengkapnya[ »›>]{0,4}",
        r"lihat (?:semua|selengkapnya)|terpopuler|trending",
        r"must[- ]read|read next|don['’]t miss:?",
        r"related (?:posts?|articles?|news|stories):?",
        r"(?:latest|popular|more) (?:posts?|news|articles?|stories)|most (?:read|popular)",
        r"you (?:may|might) (?:also )?(?:like|be interested in)(?: this)?|jangan lewatkan:?",
        r"(?:mungkin )?(?:anda|kamu) (?:mungkin )?(?:juga )?(?:suka|tertarik)(?: (?:juga|ini))?",
        r"(?:مواضيع|مقالات|[أا]خبار) (?:ذات صلة|متعلقة|مشابهة)|قد يعجبك [أا]يض[ًا]{1,2}",
        r"(?:previous|next)(?: (?:post|article))?",
        r"(?:artikel|berita|pos) (?:sebelum|selanjut|berikut)nya",
    ),
    "tags-bar": (
        r"(?:tags?|tagged|posted in|filed under|الوسوم|وسوم) ?: ?.{0,300}",
        r"tags?|الوسوم",
    ),
    "copyright": (
        r"(?:(?:copyright|hak cipta|حقوق النشر) ?[©:]? ?|©).{0,20}\b\d{4}\b.{0,120}",
        r"(?:(?:©|copyright|minanews|mina)\b[^,]{0,60})?all rights reserved.{0,60}",
        r"جميع الحقوق محفوظة.{0,60}",
        (
            r"dilarang (?:keras )?(?:mengutip|menyalin|mengambil|menggandakan)\b"
            rf"(?=.{{0,160}}\bizin\b)(?=.{{0,160}}\b(?:redaksi|{_OURS})\b).{{0,200}}"
        ),
    ),
    "breadcrumb": (
        r"(?:home|beranda|الرئيسية)(?: ?[/>»›|] ?[^/>»›|]{1,120}){1,5}",
        r"home|beranda|الرئيسية|skip to content|langsung ke (?:isi|konten)",
        r"back to top|kembali ke atas",
    ),
    "contents": (
        r"daftar isi(?: (?:artikel|berita))?:?|isi artikel:?|(?:table of )?contents:?",
        r"جدول المحتويات|المحتويات",
    ),
    "reading-time": (
        r"(?:(?:estimated )?reading time|waktu baca|lama membaca) ?:? ?[<~]? ?\d{1,3} ?\w{1,8}",
        r"[<~]? ?\d{1,3} ?(?:min(?:ute)?s? read|menit (?:baca|membaca))",
        r"\d{1,3} (?:دقيقة|دقائق) (?:لل)?قراءة",
    ),
    "page-links": (
        r"(?:halaman|pages?|laman|صفحات) ?: ?[\d ,|]{0,90}|halaman (?:selanjut|berikut)nya[ »›>]*",
        (
            r"(?:halaman|pages?|laman) (?:\d{1,2} (?:dari|of) |(?:\d{1,2}[ ,|]{1,3}){1,20})"
            r"(?:\d{1,2}|(?:selanjutnya|berikutnya|next|semua|all)[ »›>]{0,4})"
        ),
    ),
    "reply": (r"balas|reply(?: to .{1,60})?|رد",),
    "author-box": (r"(?:tentang|profil|biodata) penulis:?|about the author:?|عن الكاتب:?",),
    "correction": (r"(?:temukan|menemukan|ada) kesalahan\?.{0,100}",),
}
"""Name of a rule -> patterns in small letters, one of which the whole block must match."""
