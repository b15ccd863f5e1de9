// Completion: scripts for shells, from the same table that parses and helps.

#pragma once

#include <CLI/App.hpp>
#include <ostream>
#include <string>

namespace wirecopy::cli {

inline void print_completion(const CLI::App& program, const std::string& shell, std::ostream& out) {
    if (shell == "zsh") {
        out << "#compdef wirecopy\nautoload -U +X bashcompinit && bashcompinit\n";
    }
    out << "_wirecopy() {\n"
           "    local word=${COMP_WORDS[COMP_CWORD]} options=\n"
           "    case ${COMP_WORDS[1]} in\n";
    std::string commands;
    for (const auto* command : program.get_subcommands({})) {
        commands += (commands.empty() ? "" : " ") + command->get_name();
        out << "    " << command->get_name() << ") options=\"";
        std::string separator;
        for (const auto* option : command->get_options()) {
            for (const auto& name : option->get_lnames()) {
                out << separator << "--" << name;
                separator = " ";
            }
        }
        out << "\" ;;\n";
    }
    out << "    esac\n"
           "    if [ \"$COMP_CWORD\" -eq 1 ]; then\n"
           "        COMPREPLY=($(compgen -W \""
        << commands
        << " --help --version\" -- \"$word\"))\n"
           "    elif [[ $word == -* ]]; then\n"
           "        COMPREPLY=($(compgen -W \"$options\" -- \"$word\"))\n"
           "    else\n"
           "        local IFS=$'\\n'\n"  // file names may hold spaces
           "        COMPREPLY=($(compgen -f -- \"$word\"))\n"
           "    fi\n"
           "}\n"
           "complete -o filenames -F _wirecopy wirecopy\n";
}

}  // namespace wirecopy::cli
