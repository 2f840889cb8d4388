// Parts of a series that are named somewhere, but not there.
#pragma once

#include <vector>

#include "base/report.h"
#include "base/result.h"
#include "model/entry.h"
#include "source/candidates.h"
#include "source/series_members.h"

namespace blogbind {

class MissingEntries {
  public:
    /// A post that could not be read is missed if it was surely a part.
    void note(const Candidate& candidate, const Error& error);
    /// Those noted and the gaps in the numbering; reported under `start` where they have no address.
    std::vector<MissingEntry> tell(const SeriesMembers& members, const Url& start, Report& report);

  private:
    std::vector<MissingEntry> all_;
};

}  // namespace blogbind
