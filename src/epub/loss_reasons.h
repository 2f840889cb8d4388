// What the colophon says of a single loss in languages that the issues' details are not written in.
#pragma once

#include <string>

#include "base/phrases.h"
#include "base/report.h"

namespace blogbind::epub {

struct LossReason {
    std::string words;  ///< in the phrases' language; empty where the sentence above says all
    std::string facts;  ///< what is the same in all languages: "HTTP 404", an address, the author's own words
};
LossReason loss_reason(const Issue& issue, const Phrases& phrases);

}  // namespace blogbind::epub
