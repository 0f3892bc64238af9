// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/services/search.hpp"

#include <QObject>
#include <QThreadPool>

namespace masar::app {

/// Searches on a worker thread and answers on the thread it lives on. A search that a newer one
/// supersedes stops.
class Searcher : public QObject {
    Q_OBJECT

public:
    explicit Searcher(QObject* parent = nullptr);
    ~Searcher() override;

    /// Indexes what is not yet, so that the first answer comes at once.
    void prepare(const SearchSpace& space);
    /// Answers once, or twice if something had to be indexed first.
    void search(const SearchSpace& space, const QString& text);

signals:
    void answered(const QString& text, const masar::app::SearchAnswer& answer);

private:
    QThreadPool m_pool; ///< of one thread: the indexes are its own
    std::shared_ptr<SearchIndexes> m_indexes = std::make_shared<SearchIndexes>();
    std::stop_source m_query;
    std::stop_source m_all;
};

} // namespace masar::app
