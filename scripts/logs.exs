# What scripts/logs.sh asks of test/support/logs.ex.
#
#   MIX_ENV=test mix run scripts/logs.exs write FOLDER
#   MIX_ENV=test mix run scripts/logs.exs keep KERNEL REPORT

case System.argv() do
  ["write", folder] -> Honey.Test.Logs.write_corpus(folder)
  ["keep", kernel, report] -> Honey.Test.Logs.keep(kernel, report)
  _ -> Mix.raise("usage: logs.exs write FOLDER | keep KERNEL REPORT")
end
