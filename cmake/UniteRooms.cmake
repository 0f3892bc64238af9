# SPDX-License-Identifier: Apache-2.0
# With CMAKE_UNITY_BUILD, masar_unite_rooms(TARGET...) compiles the files of one folder together, in one run of the
# compiler: most of its time goes into the headers that they share. A new file then changes its own room's run alone.
function(masar_unite_rooms)
    foreach(target ${ARGN})
        get_target_property(sources ${target} SOURCES)
        foreach(source ${sources})
            cmake_path(GET source PARENT_PATH folder)
            cmake_path(GET folder FILENAME room)
            set_source_files_properties(${source} TARGET_DIRECTORY ${target} PROPERTIES UNITY_GROUP "${room}")
        endforeach()
        set_target_properties(${target} PROPERTIES UNITY_BUILD_MODE GROUP)
    endforeach()
endfunction()
