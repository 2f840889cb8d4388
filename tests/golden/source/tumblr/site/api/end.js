var tumblr_api_read = {
 "tumblelog": {
  "title": "Moss & Rust",
  "description": "Gates, <b>mostly</b>",
  "name": "moss-and-rust",
  "timezone": "Europe/Oslo",
  "cname": false,
  "feeds": []
 },
 "posts-start": 6,
 "posts-total": 6,
 "posts-type": false,
 "posts": []
};
