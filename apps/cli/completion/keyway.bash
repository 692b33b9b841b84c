# keyway completion for bash. In ~/.bashrc: eval "$(keyway completion bash)"
# The shell knows nothing of the commands: it asks `keyway complete`, which prints `word<tab>hint` lines and what else to offer.
_keyway() {
  local line
  COMPREPLY=()
  while IFS= read -r line; do
    case $line in
      :files | :folders)
        local path kind=-f
        [ "$line" = :folders ] && kind=-d
        while IFS= read -r path; do COMPREPLY+=("$path"); done < <(compgen "$kind" -- "$2")
        compopt -o filenames 2>/dev/null
        ;;
      *) COMPREPLY+=("${line%%$'\t'*}") ;;
    esac
  done < <("$1" complete --line "${COMP_LINE:0:COMP_POINT}" --current "$2" 2>/dev/null)
}
complete -F _keyway keyway
