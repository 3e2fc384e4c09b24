defmodule Golden.BadDeclarationList do
  use Honey, %{license: "GPL"}
end
