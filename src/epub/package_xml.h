// The XML files that no template writes, because a reader cannot open the book if one is wrong: package document, NCX
// and container. Built as trees.
#pragma once

#include <initializer_list>
#include <string>
#include <string_view>
#include <utility>

#include "markup/body.h"

namespace blogbind::epub {

using XmlDocument = tinyxml2::XMLDocument;
using XmlElement = tinyxml2::XMLElement;
using XmlAttributes = std::initializer_list<std::pair<const char*, std::string>>;

/// The root element, after an XML declaration.
XmlElement& begin(XmlDocument& document, const char* name, XmlAttributes attributes);
/// An attribute without a value is left out.
XmlElement& append(XmlElement& parent, const char* name, std::string_view text = {}, XmlAttributes attributes = {});
std::string written(const XmlDocument& document);

}  // namespace blogbind::epub
