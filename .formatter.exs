locals_without_parens = [
  defmap: 2,
  defmap: 3,
  deftype: 2,
  defvar: 2,
  defvar: 3,
  defvar: 4,
  defkfunc: 3,
  defkfunc: 4
]

# Goldens and fixtures are kept as they were written: what they pin are lines and columns.
kept = Path.wildcard("test/{fixtures,golden,goldens}/**/*.{ex,exs}")

[
  inputs:
    Enum.flat_map(
      [
        "{docs,mix,.formatter}.exs",
        "{bench,c_src,lib,scripts,test}/**/*.{ex,exs}",
        "examples/*/{mix,.formatter}.exs",
        "examples/*/{config,lib,test}/**/*.{ex,exs}"
      ],
      &Path.wildcard(&1, match_dot: true)
    ) -- kept,
  # The second is Honey's own, and no name of its users.
  locals_without_parens: locals_without_parens ++ [raising: 2],
  export: [locals_without_parens: locals_without_parens]
]
