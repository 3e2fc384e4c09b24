defmodule Honey.DocsConfigTest do
  @moduledoc """
  docs.exs, which ExDoc reads: each page and each public module is in one group, and what it names is
  there. (ExDoc itself is fetched for `HONEY_DOCS=1 mix docs` alone.)
  """

  use ExUnit.Case, async: true

  alias Honey.Test.Documentation

  @pages Path.wildcard("guides/*.md") ++
           Path.wildcard("examples/*/README.md") ++
           ["README.md", "ARCHITECTURE.md", "bench/README.md", "c_src/database/README.md"]

  setup_all do
    %{docs: Honey.MixProject.project()[:docs].()}
  end

  test "each page is in one group, and each that a group names is there", %{docs: docs} do
    assert_same(grouped(docs[:groups_for_extras]), @pages)
  end

  test "the pages have the order of their groups, and addresses of their own", %{docs: docs} do
    assert Enum.map(docs[:extras], &path/1) == grouped(docs[:groups_for_extras])
    addresses = Enum.map(docs[:extras], &address/1)
    assert addresses == Enum.uniq(addresses)
    assert docs[:main] in addresses
  end

  test "each page begins with its title" do
    for page <- @pages, do: assert(File.read!(page) =~ ~r/\A# \S/, page)
  end

  test "each public module is in one group", %{docs: docs} do
    public = for {module, _, _} <- Documentation.public(), do: module
    assert_same(grouped(docs[:groups_for_modules]), public)
  end

  test "each section of functions has a title, and all functions of such a module are in one", %{
    docs: docs
  } do
    for {title, member?} <- docs[:groups_for_docs] do
      members = for {_, _, _, doc, meta} <- entries(Honey), doc != :hidden, do: member?.(meta)
      assert Enum.any?(members), "#{title} has no function"
    end

    for {{kind, name, arity}, _, _, doc, meta} <- entries(Honey),
        kind in [:function, :macro] and doc != :hidden do
      titles = for {title, member?} <- docs[:groups_for_docs], member?.(meta), do: title
      assert [_] = titles, "#{kind} #{name}/#{arity} is in #{inspect(titles)}"
    end
  end

  test "what the package is made of is there, the pages among it" do
    files = Honey.MixProject.project()[:package][:files]
    assert [] == Enum.reject(files, &File.exists?/1)
    for file <- ["docs.exs", "guides", "README.md", "ARCHITECTURE.md"], do: assert(file in files)
  end

  # Each side once, and nothing that the other has not; what differs is all that is shown.
  defp assert_same(grouped, there) do
    assert {grouped -- there, there -- grouped} == {[], []}
  end

  defp grouped(groups), do: Enum.flat_map(groups, &elem(&1, 1))

  defp path({path, _}), do: path
  defp path(path), do: path

  # As ExDoc makes it: of the file's name, where there is no other.
  defp address({_, options}), do: options[:filename]
  defp address(path), do: path |> Path.basename(".md") |> String.downcase()

  defp entries(module) do
    {:docs_v1, _, _, _, _, _, entries} = Code.fetch_docs(module)
    entries
  end
end
