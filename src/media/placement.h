// How a picture, or what is left of it, stands in a post's body.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/phrases.h"
#include "markup/body.h"

namespace blogbind::media {

/// "w40" to "w100": how much of the page's width a picture takes, so that an upright one leaves room for its caption
/// and a small one is not blown up. `source_width` is that of the original.
std::string width_class(int width, int height, int source_width);

/// The words around pictures that are not their author's.
struct PlacementWords {
    const Phrases* phrases;
    std::string language;  ///< of the post; the phrases' own is declared where it differs
};

struct ShownPicture {
    std::string address;  ///< "../images/…"
    std::string width_class;
    std::string description;  ///< the author's; empty if there is none
};
void show(markup::Element& img, const ShownPicture& picture, const PlacementWords& words);

struct AbsentPicture {
    std::string name;     ///< what it was, in words
    std::string address;  ///< of the original; empty if it is of no use to a reader
};

/// Takes pictures out of a body. Captions stay: where a figure has no picture any more, as paragraphs of their own.
class PictureRemover {
  public:
    explicit PictureRemover(markup::Element& root) : root_(&root) {}
    void replace_with_notice(markup::Element& img, const AbsentPicture& picture, const PlacementWords& words);
    /// `words`, if any, stand in its place where there is no caption.
    void replace_with_words(markup::Element& img, std::string_view words);
    /// REQUIRES: called once, after all pictures of the body were dealt with.
    void tidy();

  private:
    void remember_figures(const markup::Element& img);
    markup::Element* root_;
    std::vector<const markup::Element*> figures_;  ///< that lost a picture
};

}  // namespace blogbind::media
