defmodule OpenSnoop.Errno do
  @moduledoc "The names of Linux's error numbers, as far as opening a file gives them."

  # From 1 on.
  @first ~w(EPERM ENOENT ESRCH EINTR EIO ENXIO E2BIG ENOEXEC EBADF ECHILD EAGAIN ENOMEM EACCES EFAULT
            ENOTBLK EBUSY EEXIST EXDEV ENODEV ENOTDIR EISDIR EINVAL ENFILE EMFILE ENOTTY ETXTBSY EFBIG
            ENOSPC ESPIPE EROFS EMLINK EPIPE EDOM ERANGE EDEADLK ENAMETOOLONG ENOLCK ENOSYS ENOTEMPTY
            ELOOP)

  @others %{75 => "EOVERFLOW", 95 => "EOPNOTSUPP", 116 => "ESTALE", 122 => "EDQUOT"}

  @names @first |> Enum.with_index(1) |> Map.new(fn {name, number} -> {number, name} end)

  @doc """
  The name of a number.

      iex> OpenSnoop.Errno.name(2)
      "ENOENT"

      iex> OpenSnoop.Errno.name(40)
      "ELOOP"

      iex> OpenSnoop.Errno.name(512)
      "errno 512"
  """
  @spec name(pos_integer) :: String.t()
  def name(number), do: @names[number] || @others[number] || "errno #{number}"
end
