# keyway completion for fish. In ~/.config/fish/config.fish: keyway completion fish | source
# The shell knows nothing of the commands: it asks `keyway complete`, which prints `word<tab>hint` lines and what else to offer.
function __keyway
    set -l words (commandline -opc)
    set -l current (commandline -ct)
    for line in ($words[1] complete -- $words[2..-1] "$current" 2>/dev/null)
        switch $line
            case :files
                __fish_complete_path $current
            case :folders
                __fish_complete_directories $current
            case '*'
                echo $line
        end
    end
end
complete -c keyway -f -a '(__keyway)'
