var tumblr_api_read = {
 "tumblelog": {
  "title": "Moss & Rust",
  "description": "Gates, <b>mostly</b>",
  "name": "moss-and-rust",
  "timezone": "Europe/Oslo",
  "cname": false,
  "feeds": []
 },
 "posts-start": 0,
 "posts-total": 6,
 "posts-type": false,
 "posts": [
  {
   "id": "600000000006",
   "url": "https://moss-and-rust.tumblr.com/post/600000000006",
   "url-with-slug": "https://moss-and-rust.tumblr.com/post/600000000006/the-gate-again",
   "type": "regular",
   "date-gmt": "2021-05-05 18:15:00 GMT",
   "date": "Wed, 05 May 2021 20:15:00",
   "bookmarklet": 0,
   "mobile": 0,
   "feed-item": "",
   "from-feed-id": 0,
   "unix-timestamp": 1620238500,
   "format": "html",
   "reblog-key": "aB3",
   "slug": "the-gate-again",
   "is-submission": false,
   "like-button": "<div class=\"like_button\"></div>",
   "reblog-button": "<a></a>",
   "note-count": "14",
   "tumblelog": {
    "title": "Moss & Rust",
    "name": "moss-and-rust",
    "cname": false,
    "url": "https://moss-and-rust.tumblr.com/",
    "timezone": "Europe/Oslo"
   },
   "tags": [
    "gates",
    "rust & co"
   ],
   "regular-title": "The gate, again",
   "regular-body": "<p>It opens now, if two lean on it.</p><figure class=\"tmblr-full\" data-orig-height=\"1200\" data-orig-width=\"1600\"><img src=\"https://64.media.tumblr.com/aa11/bb22-cc/s540x810/dd33.jpg\" data-orig-height=\"1200\" data-orig-width=\"1600\" srcset=\"https://64.media.tumblr.com/aa11/bb22-cc/s540x810/dd33.jpg 540w, https://64.media.tumblr.com/aa11/bb22-cc/s1280x1920/ee44.jpg 1280w\" alt=\"A gate half open\"/></figure><!-- more --><p>Nobody asked where it leads.</p>"
  },
  {
   "id": "600000000005",
   "url": "https://moss-and-rust.tumblr.com/post/600000000005",
   "url-with-slug": "https://moss-and-rust.tumblr.com/post/600000000005/four-hinges",
   "type": "photo",
   "date-gmt": "2021-05-04 07:00:00 GMT",
   "date": "Tue, 04 May 2021 09:00:00",
   "bookmarklet": 0,
   "mobile": 0,
   "feed-item": "",
   "from-feed-id": 0,
   "unix-timestamp": 1620111600,
   "format": "html",
   "reblog-key": "aB3",
   "slug": "four-hinges",
   "is-submission": false,
   "like-button": "<div class=\"like_button\"></div>",
   "reblog-button": "<a></a>",
   "note-count": "14",
   "tumblelog": {
    "title": "Moss & Rust",
    "name": "moss-and-rust",
    "cname": false,
    "url": "https://moss-and-rust.tumblr.com/",
    "timezone": "Europe/Oslo"
   },
   "tags": [
    "gates"
   ],
   "photo-caption": "<p>Four hinges, one gate.</p>",
   "width": 1280,
   "height": 960,
   "photo-url-1280": "https://64.media.tumblr.com/11/tumblr_h1_1280.jpg",
   "photo-url-500": "https://64.media.tumblr.com/11/tumblr_h1_500.jpg",
   "photo-url-75": "https://64.media.tumblr.com/11/tumblr_h1_75sq.jpg",
   "photos": [
    {
     "offset": "o1",
     "caption": "Upper left",
     "width": 1280,
     "height": 960,
     "photo-url-1280": "https://64.media.tumblr.com/11/tumblr_h1_1280.jpg",
     "photo-url-500": "https://64.media.tumblr.com/11/tumblr_h1_500.jpg"
    },
    {
     "offset": "o2",
     "caption": "",
     "width": 1280,
     "height": 960,
     "photo-url-1280": "https://64.media.tumblr.com/12/tumblr_h2_1280.jpg",
     "photo-url-500": "https://64.media.tumblr.com/12/tumblr_h2_500.jpg"
    }
   ]
  },
  {
   "id": "600000000004",
   "url": "https://moss-and-rust.tumblr.com/post/600000000004",
   "url-with-slug": "https://moss-and-rust.tumblr.com/post/600000000004/iron-remembers",
   "type": "quote",
   "date-gmt": "2021-05-03 20:30:00 GMT",
   "date": "Mon, 03 May 2021 22:30:00",
   "bookmarklet": 0,
   "mobile": 0,
   "feed-item": "",
   "from-feed-id": 0,
   "unix-timestamp": 1620073800,
   "format": "html",
   "reblog-key": "aB3",
   "slug": "iron-remembers",
   "is-submission": false,
   "like-button": "<div class=\"like_button\"></div>",
   "reblog-button": "<a></a>",
   "note-count": "14",
   "tumblelog": {
    "title": "Moss & Rust",
    "name": "moss-and-rust",
    "cname": false,
    "url": "https://moss-and-rust.tumblr.com/",
    "timezone": "Europe/Oslo"
   },
   "quote-text": "Iron remembers every rain it stood in.",
   "quote-source": "<a href=\"https://smith.example/\">The smith at Lower Holt</a>"
  },
  {
   "id": "600000000003",
   "url": "https://moss-and-rust.tumblr.com/post/600000000003",
   "url-with-slug": "https://moss-and-rust.tumblr.com/post/600000000003/do-you-oil-them",
   "type": "answer",
   "date-gmt": "2021-05-02 10:00:00 GMT",
   "date": "Sun, 02 May 2021 12:00:00",
   "bookmarklet": 0,
   "mobile": 0,
   "feed-item": "",
   "from-feed-id": 0,
   "unix-timestamp": 1619949600,
   "format": "html",
   "reblog-key": "aB3",
   "slug": "do-you-oil-them",
   "is-submission": false,
   "like-button": "<div class=\"like_button\"></div>",
   "reblog-button": "<a></a>",
   "note-count": "14",
   "tumblelog": {
    "title": "Moss & Rust",
    "name": "moss-and-rust",
    "cname": false,
    "url": "https://moss-and-rust.tumblr.com/",
    "timezone": "Europe/Oslo"
   },
   "question": "Do you oil them?",
   "answer": "<p>Only the ones that complain.</p>"
  },
  {
   "id": "600000000002",
   "url": "https://moss-and-rust.tumblr.com/post/600000000002",
   "url-with-slug": "https://moss-and-rust.tumblr.com/post/600000000002/a-catalogue-of-latches",
   "type": "link",
   "date-gmt": "2021-05-01 10:00:00 GMT",
   "date": "Sat, 01 May 2021 12:00:00",
   "bookmarklet": 0,
   "mobile": 0,
   "feed-item": "",
   "from-feed-id": 0,
   "unix-timestamp": 1619863200,
   "format": "html",
   "reblog-key": "aB3",
   "slug": "a-catalogue-of-latches",
   "is-submission": false,
   "like-button": "<div class=\"like_button\"></div>",
   "reblog-button": "<a></a>",
   "note-count": "14",
   "tumblelog": {
    "title": "Moss & Rust",
    "name": "moss-and-rust",
    "cname": false,
    "url": "https://moss-and-rust.tumblr.com/",
    "timezone": "Europe/Oslo"
   },
   "link-text": "A catalogue of latches & bolts",
   "link-url": "https://latches.example/list?a=1&b=2",
   "link-description": "<p>Somebody has counted them.</p>"
  },
  {
   "id": "600000000001",
   "url": "https://moss-and-rust.tumblr.com/post/600000000001",
   "url-with-slug": "https://moss-and-rust.tumblr.com/post/600000000001/at-the-ironmonger",
   "type": "conversation",
   "date-gmt": "2021-01-03 09:00:00 GMT",
   "date": "Sun, 03 Jan 2021 10:00:00",
   "bookmarklet": 0,
   "mobile": 0,
   "feed-item": "",
   "from-feed-id": 0,
   "unix-timestamp": 1609664400,
   "format": "html",
   "reblog-key": "aB3",
   "slug": "at-the-ironmonger",
   "is-submission": false,
   "like-button": "<div class=\"like_button\"></div>",
   "reblog-button": "<a></a>",
   "note-count": "14",
   "tumblelog": {
    "title": "Moss & Rust",
    "name": "moss-and-rust",
    "cname": false,
    "url": "https://moss-and-rust.tumblr.com/",
    "timezone": "Europe/Oslo"
   },
   "conversation-title": "At the ironmonger’s",
   "conversation-text": "Me: Hinges?\nHer: How many gates?",
   "conversation": [
    {
     "name": "Me",
     "label": "Me:",
     "phrase": "Hinges?"
    },
    {
     "name": "Her",
     "label": "Her:",
     "phrase": "How many gates?"
    }
   ]
  }
 ]
};
