// SPDX-License-Identifier: Apache-2.0
#include "core/io/gdal_fields.hpp"

#include "core/io/value_text.hpp"

#include <cpl_conv.h>
#include <cpl_string.h>
#include <ogr_feature.h>

#include <cmath>
#include <format>

namespace masar::core {

namespace {

FieldType typeOf(const OGRFieldDefn& field)
{
    switch (field.GetType()) {
    case OFTInteger:
        return field.GetSubType() == OFSTBoolean ? FieldType::boolean : FieldType::integer;
    case OFTInteger64:
        return FieldType::integer;
    case OFTReal:
        return FieldType::real;
    case OFTDate:
        return FieldType::date;
    case OFTDateTime:
        return FieldType::dateTime;
    case OFTTime:
        return FieldType::time;
    case OFTIntegerList:
    case OFTInteger64List:
    case OFTRealList:
    case OFTStringList:
        return FieldType::json;
    default:
        return field.GetSubType() == OFSTJSON ? FieldType::json : FieldType::text;
    }
}

std::string dayText(const OGRField& value)
{
    return std::format("{:04}-{:02}-{:02}", value.Date.Year, value.Date.Month, value.Date.Day);
}

std::string clockText(const OGRField& value)
{
    const auto milliseconds = static_cast<int>(std::lround(value.Date.Second * 1000.0F));
    std::string text =
        std::format("{:02}:{:02}:{:02}", value.Date.Hour, value.Date.Minute, milliseconds / 1000);
    if (milliseconds % 1000 != 0) {
        text += std::format(".{:03}", milliseconds % 1000);
    }
    return text;
}

/// GDAL's flag counts quarters of an hour from 100, which is UTC; 0 is no zone, 1 the local zone of
/// whoever.
std::string offsetText(const OGRField& value)
{
    if (value.Date.TZFlag <= OGR_TZFLAG_MIXED_TZ) {
        return {};
    }
    const int minutes = (value.Date.TZFlag - OGR_TZFLAG_UTC) * 15;
    return minutes == 0 ? "Z"
                        : std::format("{}{:02}:{:02}", minutes < 0 ? '-' : '+',
                                      std::abs(minutes) / 60, std::abs(minutes) % 60);
}

std::string jsonString(const std::string& text)
{
    std::string out = "\"";
    for (const char c : text) {
        if (c == '"' || c == '\\') {
            out += '\\';
            out += c;
        } else if (static_cast<unsigned char>(c) < 0x20) {
            out += std::format("\\u{:04x}", static_cast<unsigned>(c));
        } else {
            out += c;
        }
    }
    return out + '"';
}

template <class T> std::string jsonList(int count, T textAt)
{
    std::string out = "[";
    for (int i = 0; i < count; ++i) {
        out += (i == 0 ? "" : ",") + textAt(i);
    }
    return out + "]";
}

} // namespace

GdalFields::GdalFields(const OGRFeatureDefn& definition, LayerBuilder& builder) : m_builder(builder)
{
    for (int i = 0; i < definition.GetFieldCount(); ++i) {
        const OGRFieldDefn& field = *definition.GetFieldDefn(i);
        m_types.push_back(typeOf(field));
        m_columns.push_back(builder.table().declare(utf8(field.GetNameRef()), m_types.back()));
    }
}

std::string GdalFields::utf8(const char* text)
{
    if (validUtf8Prefix(text) == std::string_view(text).size()) {
        return text;
    }
    m_builder.note(Severity::warning, "not-utf8",
                   "a text is not UTF-8; it is read as Windows-1252");
    char* const recoded = CPLRecode(text, "CP1252", CPL_ENC_UTF8);
    std::string out = recoded;
    CPLFree(recoded);
    return out;
}

void GdalFields::read(const OGRFeature& feature)
{
    for (int i = 0; i < feature.GetFieldCount(); ++i) {
        if (feature.IsFieldSetAndNotNull(i) != 0) {
            readField(feature, i);
        }
    }
}

void GdalFields::readField(const OGRFeature& feature, int field)
{
    auto& table = m_builder.table();
    const auto index = static_cast<std::size_t>(field);
    const auto column = m_columns[index];
    const OGRField& value = *feature.GetRawFieldRef(field);
    switch (feature.GetFieldDefnRef(field)->GetType()) {
    case OFTInteger:
        if (m_types[index] == FieldType::boolean) {
            table.setBoolean(column, value.Integer != 0);
        } else {
            table.setInteger(column, value.Integer);
        }
        break;
    case OFTInteger64:
        table.setInteger(column, value.Integer64);
        break;
    case OFTReal:
        table.setReal(column, value.Real);
        break;
    case OFTString:
        table.setDeclared(column, utf8(value.String));
        break;
    case OFTDate:
        table.setDeclared(column, dayText(value));
        break;
    case OFTDateTime:
        table.setDeclared(column, dayText(value) + 'T' + clockText(value) + offsetText(value));
        break;
    case OFTTime:
        table.setDeclared(column, clockText(value) + offsetText(value));
        break;
    case OFTIntegerList:
        table.setJson(column, jsonList(value.IntegerList.nCount, [&](int i) {
                          return std::to_string(value.IntegerList.paList[i]);
                      }));
        break;
    case OFTInteger64List:
        table.setJson(column, jsonList(value.Integer64List.nCount, [&](int i) {
                          return std::to_string(value.Integer64List.paList[i]);
                      }));
        break;
    case OFTRealList:
        table.setJson(column, jsonList(value.RealList.nCount, [&](int i) {
                          const double real = value.RealList.paList[i];
                          return std::isfinite(real) ? textOf(real) : std::string("null");
                      }));
        break;
    case OFTStringList:
        table.setJson(column, jsonList(value.StringList.nCount, [&](int i) {
                          return jsonString(utf8(value.StringList.paList[i]));
                      }));
        break;
    case OFTBinary:
        table.setText(column, std::format("({} bytes)", value.Binary.nCount));
        break;
    default:
        table.setText(column, utf8(feature.GetFieldAsString(field)));
        break;
    }
}

} // namespace masar::core
