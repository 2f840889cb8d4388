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
  }
 ]
};
