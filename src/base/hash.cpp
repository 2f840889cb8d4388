#include "base/hash.h"

#include <openssl/evp.h>

#include <array>
#include <cassert>
#include <memory>
#include <span>
#include <vector>

#include "base/text.h"

namespace blogbind {

namespace {

using Bytes = std::span<const unsigned char>;

struct Freed {
    void operator()(EVP_MD_CTX* context) const { EVP_MD_CTX_free(context); }
};

std::vector<unsigned char> digest(const EVP_MD* algorithm, std::initializer_list<std::string_view> pieces) {
    std::vector<unsigned char> result(EVP_MAX_MD_SIZE);
    unsigned length = 0;
    const std::unique_ptr<EVP_MD_CTX, Freed> context(EVP_MD_CTX_new());
    [[maybe_unused]] int done = EVP_DigestInit_ex(context.get(), algorithm, nullptr);
    for (const std::string_view piece : pieces) done &= EVP_DigestUpdate(context.get(), piece.data(), piece.size());
    done &= EVP_DigestFinal_ex(context.get(), result.data(), &length);
    assert(done == 1);  // fails only for algorithms that the library was built without
    result.resize(length);
    return result;
}

std::string hex(Bytes bytes) {
    constexpr std::string_view digits = "0123456789abcdef";
    std::string out;
    out.reserve(bytes.size() * 2);
    for (const unsigned char byte : bytes) out.append({digits[byte >> 4U], digits[byte & 15U]});
    return out;
}

/// The 16 bytes of a UUID in text form.
std::string uuid_bytes(std::string_view uuid) {
    const std::string digits = replaced(uuid, "-", "");
    assert(digits.size() == 32);
    std::string bytes;
    for (std::size_t i = 0; i + 1 < digits.size(); i += 2)
        bytes += static_cast<char>(hex_digit_value(digits[i]) * 16 + hex_digit_value(digits[i + 1]));
    return bytes;
}

}  // namespace

std::string sha256_hex(std::initializer_list<std::string_view> pieces) { return hex(digest(EVP_sha256(), pieces)); }

std::string uuid5(std::string_view space, std::string_view name) {
    std::vector<unsigned char> id = digest(EVP_sha1(), {uuid_bytes(space), name});
    id.resize(16);
    id[6] = static_cast<unsigned char>((id[6] & 0x0fU) | 0x50U);  // version 5
    id[8] = static_cast<unsigned char>((id[8] & 0x3fU) | 0x80U);  // variant of RFC 4122
    std::string text = hex(id);
    for (const std::size_t dash : {8U, 13U, 18U, 23U}) text.insert(dash, 1, '-');
    return text;
}

}  // namespace blogbind
