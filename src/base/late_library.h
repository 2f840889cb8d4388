// A shared library that is loaded once it is needed. libcurl brings two dozen others with it: a run that asks no server
// anything would spend more time on finding their functions than on reading a page.
#pragma once

namespace blogbind {

class LateLibrary {
  public:
    /// What the library has under a name; becomes a pointer to whatever type of function is wanted.
    struct Symbol {
        void* address = nullptr;
        template <class Function>
        operator Function*() const {
            return reinterpret_cast<Function*>(address);
        }
    };

    /// `name` as the system's loader knows it: "libcurl.so.4". Once loaded, it stays.
    explicit LateLibrary(const char* name);
    /// Null if there is none.
    Symbol operator[](const char* symbol);
    /// It could be loaded, and all that was asked for is there.
    [[nodiscard]] bool is_complete() const { return is_complete_; }

  private:
    void* handle_;
    bool is_complete_;
};

}  // namespace blogbind
