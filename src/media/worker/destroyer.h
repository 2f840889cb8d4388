// C libraries' objects in std::unique_ptr.
#pragma once

namespace blogbind::media {

template <auto destroy>
struct Destroyer {
    template <class T>
    void operator()(T* object) const {
        destroy(object);
    }
};

}  // namespace blogbind::media
