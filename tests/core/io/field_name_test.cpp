// SPDX-License-Identifier: Apache-2.0
#include "core/io/field_name.hpp"

#include <catch2/catch_test_macros.hpp>

using namespace masar::core;
using Role = FieldName::Role;

TEST_CASE("Starts and ends are known under the names in use, however they are written")
{
    for (const char* name :
         {"start",     "START_DATE", "startDate", "start date", "startdate", "start-time",
          "begin",     "begin_date", "beginDate", "from",       "from_year", "valid_from",
          "validFrom", "validfrom",  "date_from", "DateFrom",   "datefrom",  "first_seen",
          "firstSeen", "since",      "بداية"}) {
        INFO(name);
        CHECK(readFieldName(name).role == Role::start);
        CHECK(readFieldName(name).plain);
    }
    for (const char* name :
         {"end", "END_DATE", "endDate", "enddate", "end_time", "to", "to_year", "valid_to",
          "validTo", "valid_until", "date_to", "dateto", "last_seen", "until", "نهاية"}) {
        INFO(name);
        CHECK(readFieldName(name).role == Role::end);
        CHECK(readFieldName(name).plain);
    }
}

TEST_CASE("A start and its end share a subject")
{
    CHECK(readFieldName("valid_from").subject == readFieldName("validTo").subject);
    CHECK(readFieldName("first_seen").subject == readFieldName("last_seen").subject);
    CHECK(readFieldName("start_date").subject == readFieldName("end").subject);
    CHECK(readFieldName("permit_start").subject != readFieldName("lease_end").subject);
    CHECK(areRangeWords("start", "end"));
    CHECK(areRangeWords("from", "until"));
    CHECK_FALSE(areRangeWords("start", "to"));
}

TEST_CASE("Single dates and years are told from other words")
{
    for (const char* name :
         {"date", "event_date", "EventDate", "eventdate", "datetime", "date_time", "time",
          "timestamp", "when", "day", "obs_time", "date_utc", "تاريخ"}) {
        INFO(name);
        CHECK(readFieldName(name).role == Role::single);
        CHECK(readFieldName(name).plain);
    }
    CHECK(readFieldName("year").year);
    CHECK(readFieldName("start_year").year);
    CHECK_FALSE(readFieldName("date").year);
    CHECK_FALSE(readFieldName("inspection_date").plain);
    for (const char* name :
         {"name", "friend", "weekend", "trend", "id", "population", "status", "data", "total"}) {
        INFO(name);
        CHECK(readFieldName(name).role == Role::none);
    }
}

TEST_CASE("Dates about the record are told from dates of the thing")
{
    for (const char* name : {"updated", "last_updated", "lastUpdate", "created_at", "creation_date",
                             "modified", "lastmodified", "LastModified", "sources_date",
                             "source_date", "date_added", "edit_date"}) {
        INFO(name);
        CHECK(readFieldName(name).role == Role::record);
    }
}
