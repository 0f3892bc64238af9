// SPDX-License-Identifier: Apache-2.0
#include "app/services/searcher.hpp"

namespace masar::app {

Searcher::Searcher(QObject* parent) : QObject(parent)
{
    m_pool.setMaxThreadCount(1);
}

Searcher::~Searcher()
{
    m_query.request_stop();
    m_all.request_stop();
    m_pool.waitForDone();
}

void Searcher::prepare(const SearchSpace& space)
{
    m_pool.start(
        [indexes = m_indexes, space, stop = m_all.get_token()] { indexes->prepare(space, stop); });
}

void Searcher::search(const SearchSpace& space, const QString& text)
{
    m_query.request_stop();
    m_query = std::stop_source();
    m_pool.start([this, indexes = m_indexes, space, text, stop = m_query.get_token(),
                  all = m_all.get_token()] {
        const auto answer = [&] {
            SearchAnswer found = indexes->search(space, text, stop);
            if (!stop.stop_requested()) {
                QMetaObject::invokeMethod(
                    this, [this, text, found] { emit answered(text, found); },
                    Qt::QueuedConnection);
            }
        };
        if (stop.stop_requested()) {
            return;
        }
        if (!indexes->prepared(space)) {
            answer(); // what is known already, while the rest is indexed
            indexes->prepare(space, all);
        }
        if (!stop.stop_requested()) {
            answer();
        }
    });
}

} // namespace masar::app
