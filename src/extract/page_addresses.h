// Which address is which page of a post: the post itself, its second page, a page of its comments.
#pragma once

#include <optional>
#include <string_view>

#include "markup/body.h"
#include "net/url.h"

namespace blogbind::extract {

/// Where relative links of the page start: <base href>, seen from `url`. Nothing if neither is known.
std::optional<Url> base_address(const markup::Element& document, const std::optional<Url>& url);

struct CommentPage {
    Url post;  ///< the address without the comment page
    int number = 0;
};
/// …/comment-page-3/, ?cpage=3; nothing for other addresses.
std::optional<CommentPage> comment_page(const Url& url);
/// Page `number` in the same manner as `model`, without a fragment.
Url with_comment_page(const Url& model, int number);

/// 2 for <post>/2/ and <post>?page=2; nothing for other addresses.
std::optional<int> continuation_number(const Url& post, const Url& url);
Url with_continuation(const Url& model, int number);

/// The post's own address: without comment page, continuation, replytocom and fragment.
Url post_address(const Url& url);

/// The href of a link, resolved against `base`; nothing if it has none or leads to no web page.
std::optional<Url> link_target(const markup::Element& link, const std::optional<Url>& base);

}  // namespace blogbind::extract
