#compdef keyway
# keyway completion for zsh. In ~/.zshrc, after compinit: eval "$(keyway completion zsh)"
# The shell knows nothing of the commands: it asks `keyway complete`, which prints `word<tab>hint` lines and what else to offer.
_keyway() {
  local line paths
  local -a entries
  for line in "${(@f)$("$words[1]" complete -- "${(@Q)words[2,CURRENT-1]}" "${(Q)PREFIX}" 2>/dev/null)}"; do
    case $line in
      '') ;;
      :*) paths=$line ;;
      *) entries+=("${${line%%$'\t'*}//:/\\:}:${line#*$'\t'}") ;;
    esac
  done
  (( $#entries )) && _describe -V keyway entries
  case $paths in
    :files) _files ;;
    :folders) _files -/ ;;
  esac
}
if [[ $funcstack[1] == _keyway ]]; then _keyway "$@"; else compdef _keyway keyway; fi
