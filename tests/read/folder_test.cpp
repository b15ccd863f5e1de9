#include "read/folder.hpp"

#include <gtest/gtest.h>
#include <sys/stat.h>

#include <filesystem>

#include "read/temp_folder.hpp"

namespace wirecopy::read {
namespace {

struct Walked {
    std::vector<std::string> files;     ///< below the folder
    std::vector<std::string> problems;  ///< path below the folder and reason
};

Walked walk(const TempFolder& folder, std::vector<FolderIdentity> above = {}) {
    Walked walked;
    const auto below = [&](const std::string& path) { return path.substr(folder.path().size()); };
    const FolderVisitor visitor{
        .file = [&](const std::string& path) { walked.files.push_back(below(path)); },
        .problem =
            [&](const std::string& path, const std::string& reason) {
                walked.problems.push_back(below(path) + ": " + reason);
            }};
    walk_folder(folder.path(), visitor, std::move(above));
    return walked;
}

using Names = std::vector<std::string>;

TEST(WalkFolder, GoesDownInTheOrderOfWholePaths) {
    const TempFolder folder;
    for (const auto* name :
         {"b.txt", "a/z.txt", "a/b/c.txt", "a-b.txt", "a.txt", "B.txt", "é.txt"}) {
        folder.write(name, "x");
    }
    EXPECT_EQ(walk(folder).files, (Names{"/B.txt", "/a-b.txt", "/a.txt", "/a/b/c.txt", "/a/z.txt",
                                         "/b.txt", "/é.txt"}));
}

TEST(WalkFolder, LeavesOutWhatIsHidden) {
    const TempFolder folder;
    folder.write(".hidden", "x");
    folder.write(".git/config", "x");
    folder.write("a/.b/c", "x");
    folder.write("seen", "x");
    EXPECT_EQ(walk(folder).files, (Names{"/seen"}));
}

TEST(WalkFolder, FollowsLinksToFilesButNotToFolders) {
    const TempFolder folder;
    folder.write("a/file", "x");
    std::filesystem::create_symlink("a/file", folder / "link");
    std::filesystem::create_directory_symlink("a", folder / "linked");
    std::filesystem::create_directory_symlink(".", folder / "a/self");
    EXPECT_EQ(walk(folder).files, (Names{"/a/file", "/link"}));
    EXPECT_TRUE(walk(folder).problems.empty());
}

TEST(WalkFolder, LeavesOutPipes) {
    const TempFolder folder;
    ASSERT_EQ(::mkfifo((folder / "pipe").c_str(), 0600), 0);
    EXPECT_TRUE(walk(folder).files.empty());
    EXPECT_TRUE(walk(folder).problems.empty());
}

TEST(WalkFolder, TellsOfLinksThatLeadNowhere) {
    const TempFolder folder;
    std::filesystem::create_symlink("gone", folder / "a");
    std::filesystem::create_symlink("c", folder / "b");
    std::filesystem::create_symlink("b", folder / "c");
    folder.write("d", "x");
    const auto walked = walk(folder);
    EXPECT_EQ(walked.problems, (Names{"/a: cannot be opened: No such file or directory",
                                      "/b: cannot be opened: Too many levels of symbolic links",
                                      "/c: cannot be opened: Too many levels of symbolic links"}));
    EXPECT_EQ(walked.files, (Names{"/d"}));
}

TEST(WalkFolder, DoesNotEnterAFolderThatLeadsToItself) {
    const TempFolder folder;
    folder.write("a", "x");
    folder.write("sub/b", "x");
    struct stat status {};
    ASSERT_EQ(::stat((folder / "sub").c_str(), &status), 0);
    const auto walked = walk(folder, {{status.st_dev, status.st_ino}});
    EXPECT_EQ(walked.files, (Names{"/a"}));
    EXPECT_EQ(walked.problems,
              (Names{"/sub: is a folder that contains itself, its loop is not followed"}));
}

TEST(WalkFolder, TellsOfAFolderThatIsNotThere) {
    Names problems;
    walk_folder("/no/such/folder", {.file = [](const std::string&) {},
                                    .problem =
                                        [&](const std::string& path, const std::string& reason) {
                                            problems.push_back(path + ": " + reason);
                                        }});
    EXPECT_EQ(problems, (Names{"/no/such/folder: cannot be opened: No such file or directory"}));
}

TEST(SingleSlashes, KeepsEverythingElse) {
    EXPECT_EQ(single_slashes("a//b///c"), "a/b/c");
    EXPECT_EQ(single_slashes("./a/"), "./a/");
    EXPECT_EQ(single_slashes("//a"), "/a");
    EXPECT_EQ(single_slashes("-"), "-");
    EXPECT_EQ(single_slashes(""), "");
}

}  // namespace
}  // namespace wirecopy::read
