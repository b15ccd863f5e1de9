// Completion: scripts for shells, from the same table that parses and helps. An option whose type
// is a list of names (csv|json) offers them, a PATH or FILE offers files, and any other nothing.

#pragma once

#include <CLI/App.hpp>
#include <algorithm>
#include <ostream>
#include <string>
#include <vector>

namespace wirecopy::cli {

/// The names of options as on the command line, with `between` them.
inline std::string flag_names(const CLI::Option& option, const std::string& between) {
    std::string names;
    for (const auto& name : option.get_lnames()) {
        names.append(names.empty() ? "" : between).append("--").append(name);
    }
    for (const auto& name : option.get_snames()) {
        names.append(names.empty() ? "" : between).append("-").append(name);
    }
    return names;
}

/// What to set for the value of an option; empty where files are offered.
inline std::string offer_of(const CLI::Option& option) {
    auto type = option.get_type_name();
    // A list too long for its column stands below what help says.
    const auto& text = option.get_description();
    const auto last_line = text.substr(text.rfind('\n') + 1);
    if (last_line.find('|') != std::string::npos && last_line.find(' ') == std::string::npos) {
        type = last_line;
    }
    if (type.find('|') != std::string::npos) {
        std::replace(type.begin(), type.end(), '|', ' ');
        return "values=\"" + type + "\" files=";
    }
    return type.empty() || type == "PATH" || type == "FILE" || type == "DIR" ? "" : "files=";
}

/// The options of a command, and of the commands below it.
inline std::vector<const CLI::Option*> all_options(const CLI::App& command) {
    auto options = command.get_options();
    for (const auto* below : command.get_subcommands({})) {
        for (const auto* option : all_options(*below)) {
            const auto same = [&](const CLI::Option* known) {
                return known->get_name() == option->get_name();
            };
            if (std::none_of(options.begin(), options.end(), same)) {
                options.push_back(option);
            }
        }
    }
    return options;
}

inline void print_command_case(const CLI::App& command, std::ostream& out) {
    std::string flags;
    std::string cases;
    std::string positional;
    std::string below;
    for (const auto* next : command.get_subcommands({})) {
        below.append(below.empty() ? "" : " ").append(next->get_name());
    }
    if (!below.empty()) {
        cases = "        " + command.get_name() + ") values=\"" + below + "\" files= ;;\n";
    }
    for (const auto* option : all_options(command)) {
        const auto offer = offer_of(*option);
        if (option->get_positional()) {
            positional = offer.empty() ? "" : " " + offer;
            continue;
        }
        for (const auto& name : option->get_lnames()) {
            flags.append(flags.empty() ? "--" : " --").append(name);
        }
        // A flag without a value is followed by anything.
        if (option->get_items_expected_max() > 0 && !offer.empty()) {
            cases += "        " + flag_names(*option, "|") + ") " + offer + " ;;\n";
        }
    }
    out << "    " << command.get_name() << ")\n        flags=\"" << flags << "\"" << positional
        << "\n        case $2 in\n"
        << cases << "        esac ;;\n";
}

inline void print_completion(const CLI::App& program, const std::string& shell, std::ostream& out) {
    std::string commands;
    for (const auto* command : program.get_subcommands({})) {
        commands.append(command->get_name()).append(" ");
    }
    out << (shell == "zsh" ? "#compdef wirecopy\n" : "")
        << "# What may follow: $1 is the command, $2 the word before.\n"
           "_wirecopy_table() {\n"
           "    flags= values= files=yes\n"
           "    case $1 in\n";
    for (const auto* command : program.get_subcommands({})) {
        print_command_case(*command, out);
    }
    out << "    esac\n"
           "}\n"
           "_wirecopy() {\n"
           "    local word previous flags values files\n";
    if (shell == "zsh") {
        // As a file of $fpath this is the body of _wirecopy, called when it is read.
        out << "    word=$words[CURRENT] previous=$words[CURRENT-1]\n"
               "    if [[ $CURRENT -eq 2 ]]; then\n"
               "        compadd -- "
            << commands
            << "--help --version\n"
               "        return\n"
               "    fi\n"
               "    if [[ $word == --*=* ]]; then\n"
               "        previous=${word%%=*} word=${word#*=}\n"
               "        compset -P '*='\n"
               "    fi\n"
               "    _wirecopy_table $words[2] $previous\n"
               "    if [[ $word == -* ]]; then\n"
               "        compadd -- ${=flags}\n"
               "    elif [[ -n $values ]]; then\n"
               "        compadd -- ${=values}\n"
               "    elif [[ -n $files ]]; then\n"
               "        _files\n"
               "    fi\n"
               "}\n"
               "if [[ $funcstack[1] == _wirecopy ]]; then\n"
               "    _wirecopy \"$@\"\n"
               "else\n"
               "    compdef _wirecopy wirecopy\n"
               "fi\n";
        return;
    }
    out << "    word=${COMP_WORDS[COMP_CWORD]} previous=${COMP_WORDS[COMP_CWORD-1]}\n"
           "    if [ \"$COMP_CWORD\" -eq 1 ]; then\n"
           "        COMPREPLY=($(compgen -W \""
        << commands
        << "--help --version\" -- \"$word\"))\n"
           "        return\n"
           "    fi\n"
           "    if [ \"$word\" = = ]; then\n"  // bash cuts --measure=tfidf in three words
           "        word=\n"
           "    elif [ \"$previous\" = = ]; then\n"
           "        previous=${COMP_WORDS[COMP_CWORD-2]}\n"
           "    fi\n"
           "    _wirecopy_table \"${COMP_WORDS[1]}\" \"$previous\"\n"
           "    if [[ $word == -* ]]; then\n"
           "        COMPREPLY=($(compgen -W \"$flags\" -- \"$word\"))\n"
           "    elif [ -n \"$values\" ]; then\n"
           "        compopt +o filenames 2> /dev/null\n"
           "        COMPREPLY=($(compgen -W \"$values\" -- \"$word\"))\n"
           "    elif [ -n \"$files\" ]; then\n"
           "        local IFS=$'\\n'\n"  // file names may hold spaces
           "        COMPREPLY=($(compgen -f -- \"$word\"))\n"
           "    fi\n"
           "}\n"
           "complete -o filenames -F _wirecopy wirecopy\n";
}

}  // namespace wirecopy::cli
