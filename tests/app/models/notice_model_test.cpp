// SPDX-License-Identifier: Apache-2.0
#include "app/models/notice_model.hpp"

#include <catch2/catch_test_macros.hpp>

#include <QAbstractItemModelTester>

using masar::app::NoticeModel;

TEST_CASE("The oldest notice goes when there are too many")
{
    NoticeModel notices;
    const QAbstractItemModelTester tester(&notices,
                                          QAbstractItemModelTester::FailureReportingMode::Fatal);
    for (int i = 0; i < NoticeModel::mostShown + 2; ++i) {
        notices.add(NoticeModel::Kind::Error, QString::number(i));
    }
    CHECK(notices.rowCount() == NoticeModel::mostShown);
    CHECK(notices.data(notices.index(0), NoticeModel::TitleRole).toString() == QStringLiteral("2"));
}

TEST_CASE("A notice is dismissed by its own number, others stay")
{
    NoticeModel notices;
    const QAbstractItemModelTester tester(&notices,
                                          QAbstractItemModelTester::FailureReportingMode::Fatal);
    notices.add(NoticeModel::Kind::Information, QStringLiteral("a"));
    notices.add(NoticeModel::Kind::Warning, QStringLiteral("b"));
    const int first = notices.data(notices.index(0), NoticeModel::NoticeIdRole).toInt();
    notices.dismiss(first);
    notices.dismiss(first);
    REQUIRE(notices.rowCount() == 1);
    CHECK(notices.data(notices.index(0), NoticeModel::TitleRole).toString() == QStringLiteral("b"));
}

TEST_CASE("What a notice offers is done once, and the notice goes")
{
    NoticeModel notices;
    const QAbstractItemModelTester tester(&notices,
                                          QAbstractItemModelTester::FailureReportingMode::Fatal);
    int done = 0;
    const int id = notices.add(NoticeModel::Kind::Information, QStringLiteral("a"), {},
                               {{QStringLiteral("One"), [&done] { done += 1; }},
                                {QStringLiteral("Ten"), [&done] { done += 10; }}});
    CHECK(notices.data(notices.index(0), NoticeModel::ActionsRole).toStringList() ==
          QStringList{"One", "Ten"});
    notices.act(id, 2);
    CHECK(notices.rowCount() == 1);
    notices.act(id, 1);
    CHECK(notices.rowCount() == 0);
    notices.act(id, 0);
    CHECK(done == 10);
}
