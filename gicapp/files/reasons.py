"""Why the system did not let a file be read or written, in the user's words."""

import errno
from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

_AWAY: Final = (  # a drive that was there is not
    errno.ENODEV,
    errno.ENXIO,
    errno.ENOTCONN,
    errno.ETIMEDOUT,
    errno.EHOSTDOWN,
    errno.EHOSTUNREACH,
    errno.ENETDOWN,
    errno.ENETUNREACH,
    errno.ECONNABORTED,
    errno.ECONNRESET,
    errno.ESTALE,
)
_UNREAD: Final = MappingProxyType(
    {
        errno.ENOENT: "没有这个文件，请检查文件名和所在的文件夹",
        errno.ENOTDIR: "没有这个文件，请检查文件名和所在的文件夹",
        errno.EISDIR: "这是文件夹或设备，不是文件，请给出文件",
        errno.EACCES: "没有读取权限，或者文件正被其他程序占用，请关闭后重试",
        errno.EPERM: "没有读取权限",
        errno.ELOOP: "这个快捷方式指向它自己，请给出文件本身",
        errno.ENAMETOOLONG: "文件名太长，请换一个短一些的文件名",
        errno.EINVAL: "文件名不能这样写，请检查文件名",
        errno.EIO: "磁盘或网络读取出错，请把文件复制到本机再试",
        **dict.fromkeys(_AWAY, "它所在的网络盘或移动盘断开了，请接好后重试，或者用本机的一份"),
    }
)
_UNWRITTEN: Final = MappingProxyType(
    {
        errno.ENOSPC: "磁盘已满，请清理磁盘或换一个位置保存",
        errno.EDQUOT: "磁盘配额已满，请清理磁盘或换一个位置保存",
        errno.EACCES: "没有写入权限，或者文件正被 WPS、Word 打开，请关闭后重试或换一个位置保存",
        errno.EPERM: "没有写入权限，请换一个位置保存",
        errno.EROFS: "这个位置是只读的，请换一个位置保存",
        errno.ENOENT: "文件夹不存在，请换一个位置保存",
        errno.ENOTDIR: "文件夹不存在，请换一个位置保存",
        errno.EEXIST: "已有同名的文件，请换一个名字",
        errno.EISDIR: "这个名字是一个文件夹，请换一个文件名",
        errno.ENAMETOOLONG: "文件名或文件夹的路径太长，请换一个短一些的文件名或位置",
        errno.EINVAL: '文件名不能这样写：不要用 : * ? " < > | 这些符号，也不要用 CON、AUX 这类名字',
        errno.EIO: "磁盘或网络写入出错，可能是网络盘断开或者空间已满，请换一个位置保存",
        **dict.fromkeys(
            _AWAY, "这个位置所在的网络盘或移动盘断开了，请接好后重试，或者换一个位置保存"
        ),
    }
)
_WINDOWS: Final = MappingProxyType(  # its own numbers, of which Python makes vaguer ones
    {
        19: errno.EROFS,
        23: errno.EIO,  # a bad sector
        39: errno.ENOSPC,
        123: errno.EINVAL,
        206: errno.ENAMETOOLONG,
        1117: errno.EIO,
        **dict.fromkeys((21, 53, 55, 59, 64, 67, 121, 1167, 1222, 1231, 1232, 1236), errno.ENODEV),
    }
)


def why_unread(error: OSError | ValueError) -> str:
    """Return why a file could not be read; a name with a zero byte is no OSError."""
    return _why(error, _UNREAD)


def why_unwritten(error: OSError) -> str:
    """Return why a file or folder could not be written."""
    return _why(error, _UNWRITTEN)


def _why(error: OSError | ValueError, reasons: Mapping[int, str]) -> str:
    if not isinstance(error, OSError):
        return reasons.get(errno.EINVAL, str(error))
    number = _WINDOWS.get(getattr(error, "winerror", None) or 0, error.errno or 0)
    return reasons.get(number, f"系统报告：{error.strerror or error}")
